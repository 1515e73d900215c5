from lib import Client, connect

Client().get()
connect().get()
