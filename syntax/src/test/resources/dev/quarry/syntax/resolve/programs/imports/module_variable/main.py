import settings
from settings import current

settings.current.load()
current.load()
settings.factory()
