class File:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        return None

    def read(self):
        return ""


with File() as one, File() as other:
    one.read()
    other.read()
