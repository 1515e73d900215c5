class Connection:
    def query(self):
        return []


class Database:
    def __enter__(self):
        return Connection()

    def __exit__(self, *error):
        return False


with Database() as connection:
    connection.query()
