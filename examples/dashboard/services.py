"""Stands for three services, of which one is slow today: services.py PORT"""
import asyncio
import sys

sys.path.append("..")
from http_service import serve


async def answer(request):
    if request.path == "/weather":
        await asyncio.sleep(30)
        return {"sky": "blue"}
    await asyncio.sleep(0.1)
    return {"/orders": {"today": 17, "open": 4}, "/visitors": {"now": 230}}[request.path]


serve(int(sys.argv[1]), answer)
