"""Stands for a service that sends emails: mail_service.py PORT

It delivers an email once, however often it is asked, and is sometimes too busy. In the end it says how many customers got
one, how many at most one of them got, how many requests there were, and how many at most at the same time.
"""
import asyncio
import sys
import zlib
from collections import Counter

sys.path.append("..")
from http_service import Refusal, serve

in_flight = most_in_flight = requests = 0
sent = {}  # by idempotency key
delivered = Counter()  # by address


async def send(request):
    if request.key in sent:
        return sent[request.key]
    await asyncio.sleep(0.01)
    if zlib.crc32(request.key.encode()) % 200 == 0 and request.attempt == 1:
        return Refusal(503, "too busy, try again")
    delivered[request.body["item"]["to"]] += 1
    sent[request.key] = {"message": len(sent) + 1}
    return sent[request.key]


async def answer(request):
    global in_flight, most_in_flight, requests
    requests += 1
    in_flight += 1
    most_in_flight = max(most_in_flight, in_flight)
    try:
        return await send(request)
    finally:
        in_flight -= 1


serve(int(sys.argv[1]), answer, lambda: f"{len(delivered)} {max(delivered.values())} {requests} {most_in_flight}")
