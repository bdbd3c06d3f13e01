"""Spells Finnish words with libvoikko. Reads one word a line, writes those it does not know: word, tab, its best suggestion.

Ends with 3 where libvoikko or its Finnish dictionary is not installed.
C API: https://voikko.puimula.org/ (voikko.h)
"""

import ctypes
import ctypes.util
import sys


def load():
    name = ctypes.util.find_library("voikko") or "libvoikko.so.1"
    try:
        library = ctypes.CDLL(name)
    except OSError:
        return None, None
    library.voikkoInit.restype = ctypes.c_void_p
    library.voikkoInit.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_char_p, ctypes.c_char_p]
    library.voikkoSpellCstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    library.voikkoSuggestCstr.restype = ctypes.POINTER(ctypes.c_char_p)
    library.voikkoSuggestCstr.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    error = ctypes.c_char_p()
    return library, library.voikkoInit(ctypes.byref(error), b"fi", None)


def main():
    library, handle = load()
    if not handle:
        return 3
    misspelt = 0
    for line in sys.stdin.buffer:
        word = line.strip()
        if word and library.voikkoSpellCstr(handle, word) == misspelt:
            suggestions = library.voikkoSuggestCstr(handle, word)
            best = suggestions[0] if suggestions and suggestions[0] else b""
            sys.stdout.buffer.write(word + b"\t" + best + b"\n")
    return 0


sys.exit(main())
