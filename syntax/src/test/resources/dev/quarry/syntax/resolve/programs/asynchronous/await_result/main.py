import asyncio


class Response:
    def json(self):
        return {}


class Client:
    async def fetch(self):
        return Response()

    async def page(self):
        response = await self.fetch()
        return response.json()


async def main():
    client = Client()
    await client.page()
    (await client.fetch()).json()


asyncio.run(main())
