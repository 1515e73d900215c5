try:
    from fast_missing import dumps
except ImportError:
    from slow import dumps

dumps()
