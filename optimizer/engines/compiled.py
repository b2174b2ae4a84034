"""Loops compiled to machine code. With NUMBA_DISABLE_JIT=1 they run as they stand, and say the same."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

Arguments = ParamSpec("Arguments")
Returned = TypeVar("Returned")

SUMS_IN_ANY_ORDER = frozenset({"reassoc", "contract", "nsz", "arcp"})
"""For sums of reals that may be taken in any order; what they decide must not hang on their last digits."""


def compiled(function: Callable[Arguments, Returned]) -> Callable[Arguments, Returned]:
    """The function, compiled when it is first called and kept for later runs; other threads run meanwhile."""
    return _jit(function)


def summing(function: Callable[Arguments, Returned]) -> Callable[Arguments, Returned]:
    """The same for a function whose sums of reals may be taken in any order."""
    return _jit(function, fastmath=set(SUMS_IN_ANY_ORDER))


def _jit(function: Callable[Arguments, Returned], **options: Any) -> Callable[Arguments, Returned]:
    try:
        jit = numba.njit(cache=True, nogil=True, **options)(function)
    except RuntimeError:
        # Neither the folder of the source nor any other can be written: compile anew in every process.
        jit = numba.njit(nogil=True, **options)(function)
    return cast("Callable[Arguments, Returned]", jit)
