import asyncio


class Stream:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        return None

    def read(self):
        return 1


async def parts():
    yield Stream()


async def main():
    async with Stream() as stream:
        stream.read()
    async for part in parts():
        part.read()


asyncio.run(main())
