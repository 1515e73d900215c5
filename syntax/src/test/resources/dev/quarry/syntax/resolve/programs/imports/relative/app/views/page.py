from ..models import Record
from . import helpers
from .helpers import frame as wrap


def render():
    Record().load()
    return helpers.frame("a") + wrap("b")
