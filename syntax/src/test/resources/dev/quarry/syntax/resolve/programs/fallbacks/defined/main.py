try:
    import missing_module_of_nobody as impl
except ImportError:
    impl = None

if impl is None:
    def encode():
        return "own"
else:
    encode = impl.encode

encode()
