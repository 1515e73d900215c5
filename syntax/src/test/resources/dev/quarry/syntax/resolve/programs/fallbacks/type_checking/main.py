from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from heavy import Heavy


def use(item: Heavy):
    return item.lift()


def start():
    from heavy import Heavy
    return use(Heavy())


start()
