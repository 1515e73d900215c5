import asyncio


class Reply:
    def close(self):
        return 1


async def ask():
    return Reply()


async def main():
    pending = ask()
    reply = await pending
    reply.close()
    ask().close()


asyncio.run(main())
