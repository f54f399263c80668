"""Stands for a service that has the measurements of weather stations, and takes its time: service.py PORT"""
import asyncio
import sys

sys.path.append("..")
from http_service import Refusal, serve


async def answer(request):
    station = request.body["item"]
    await asyncio.sleep(0.04)
    if station % 40 == 7 and request.attempt == 1:
        return Refusal(503, "wait a little")
    return f"station {station};{station % 30}.5"


serve(int(sys.argv[1]), answer)
