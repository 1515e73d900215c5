class Outer[T: (int, str), *Ts, **P](Base[T]):
    attr = T

    @deco(T)
    def method[U: attr = T](self: T, u: U = attr) -> U:
        type Local[V] = dict[V, U]
        return Local, V, attr

    type Alias = attr


type Alias[T] = Outer[T, Alias]
T, Alias
