import typing
from typing import List, Literal, NewType, TypeVar as TV, cast as c

UserId = NewType(undefined, int)
T = TV("T", bound=c("int", UserId))
typing.cast(List["import lost"], UserId)
c("import early", 1)
early
x: "import annotated as early2" = early2
early2
y: Literal["import not_at_all"] = not_at_all
not_at_all


def f(a: List["import param"], b: "x = 1" "; import joined" = param) -> f"{a} {typing.Any}":
    return joined


c = None
c("import neither", 1)
neither


def typing() -> None:
    late: "try: pass\nexcept E as caught: import late" = caught
    List = late
    return List["import inner"], inner, caught


def g(a: f"{early}" "import tail", b: b"import raw" b"", *args: "(n := 1)", n=tail):
    raw, n, args
