"""Work that would hold the event loop: reading documents, introspection, highlights, compressing."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_POOL = ThreadPoolExecutor(2, "aside")

# Python gives each thread 5 ms before the next may go on, and a request goes on some six times.
sys.setswitchinterval(0.001)


def beside(work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
    """Have `work` done, and do not wait for it. It raises nothing."""
    _POOL.submit(work, *args, **kwargs)


async def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of `work`, which runs beside the event loop."""
    return await asyncio.get_running_loop().run_in_executor(_POOL, lambda: work(*args, **kwargs))
