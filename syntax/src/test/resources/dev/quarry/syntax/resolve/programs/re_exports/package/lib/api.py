from ._client import Client


def connect():
    return Client()
