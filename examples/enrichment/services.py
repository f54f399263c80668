"""Stands for two services: services.py PORT

One doesn't know the price of every 50th product. The other answers with an error, at first for every tenth product, and
always for two.
"""
import sys

sys.path.append("..")
from http_service import Refusal, serve


def price(product, request):
    if product["id"] % 50 == 0:
        return Refusal(404, f"there is no price of {product['name']}")
    return product["id"] / 4


def stock(product, request):
    if product["id"] in (123, 456) or product["id"] % 10 == 0 and request.attempt == 1:
        return Refusal(500, "out of order")
    return product["id"] % 17


async def answer(request):
    service = {"/price": price, "/stock": stock}[request.path]
    return service(request.body["item"], request)


serve(int(sys.argv[1]), answer)
