"""Stands for an API with a rate limit: service.py PORT

In the end it says how many calls it got, in how many milliseconds, and how many of them at most within a second.
"""
import sys
import time

sys.path.append("..")
from http_service import serve

calls = []


async def answer(request):
    calls.append(time.monotonic())
    return {"currency": request.body["item"], "rate": 1 + len(request.body["item"]) / 10}


def most_in_a_second():
    return max(sum(begin <= call < begin + 1 for call in calls) for begin in calls)


def report():
    return f"{len(calls)} {round(1000 * (calls[-1] - calls[0]))} {most_in_a_second()}"


serve(int(sys.argv[1]), answer, report)
