"""Prints all aliases of characters that unicodedata.lookup knows, as CODE;ALIAS.

There is no function that lists them: the C interface of the module has them as the names of private characters.
"""
import ctypes
import unicodedata

pointer = ctypes.pythonapi.PyCapsule_GetPointer
pointer.restype, pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)
functions = ctypes.cast(pointer(unicodedata._ucnhash_CAPI, b"unicodedata._ucnhash_CAPI"), ctypes.POINTER(ctypes.c_void_p))
name_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int, ctypes.c_int)(functions[0])
aliases = []
buffer = ctypes.create_string_buffer(256)
for code in range(0xF0000, 0xF0200):
    if name_of(code, buffer, 256, 1):
        name = buffer.value.decode()
        aliases.append((ord(unicodedata.lookup(name)), name))
for code, name in sorted(aliases):
    print("%04X;%s" % (code, name))
