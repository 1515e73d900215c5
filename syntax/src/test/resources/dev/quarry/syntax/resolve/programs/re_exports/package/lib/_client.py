class Client:
    def get(self):
        return self._send()

    def _send(self):
        return 200
