"""The value of a fact that is not stated."""


class _Missing:
    """What a fact is when nobody stated it, or when it was stated as ``unknown``.

    Every fact below a missing one is missing too, so ``get`` gives itself back.
    """

    __slots__ = ()

    def get(self, key, default=None):
        return self

    def __bool__(self):
        raise TypeError("a missing fact is neither true nor false; compare with `is MISSING`")

    def __repr__(self):
        return "MISSING"

    def __reduce__(self):
        return "MISSING"


MISSING = _Missing()
