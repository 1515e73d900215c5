from . import deep
from .deep import inside as entry
