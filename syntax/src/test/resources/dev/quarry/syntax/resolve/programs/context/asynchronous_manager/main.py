import asyncio
from contextlib import asynccontextmanager


class Session:
    def send(self):
        return 1


@asynccontextmanager
async def opened():
    yield Session()


async def main():
    async with opened() as session:
        session.send()


asyncio.run(main())
