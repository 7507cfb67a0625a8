"""Remember what was used last, as far as it fits."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Recent(Generic[K, V]):
    """A map whose entries weigh `most` together at most, `weight` now; what was used longest ago goes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.weight = 0
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: K) -> bool:
        return key in self._kept

    def get(self, key: K) -> V | None:
        """What is kept under a key, which counts as a use."""
        found = self._kept.get(key)
        if found is None:
            return None
        self._kept.move_to_end(key)
        return found[0]

    def put(self, key: K, value: V, weight: int = 1) -> None:
        """Keep a value; one that weighs more than all may is not kept."""
        if key in self._kept:
            self.weight -= self._kept.pop(key)[1]
        if weight > self.most:
            return
        self._kept[key] = (value, weight)
        self.weight += weight
        while self.weight > self.most:
            _, (_, gone) = self._kept.popitem(last=False)
            self.weight -= gone
