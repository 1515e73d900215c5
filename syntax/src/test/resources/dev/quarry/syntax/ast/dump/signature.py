(int, Callable[[str], 'float'], *Tuple[int, ...], **Dict[str, a.b]) -> Optional[None]
