from .api import Client, connect
