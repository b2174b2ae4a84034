"""Who trades for whom, and how far two trading units are from each other."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np

from models.organisation import Unit
from optimizer.program import Flags, Indices

REGION = "region"


class Distance(IntEnum):
    """How far a person's trading unit is from a project's."""

    OWN = 0
    SAME_REGION = 1
    CROSS_REGION = 2


@dataclass(frozen=True)
class Organisation:
    """The tree of units, by index in the scenario's list."""

    units: tuple[Unit, ...]

    @cached_property
    def index(self) -> dict[str, int]:
        """Unit index by id."""
        return {unit.id: place for place, unit in enumerate(self.units)}

    @cached_property
    def paths(self) -> tuple[tuple[int, ...], ...]:
        """For each unit itself and its ancestors, nearest first, the root last."""
        paths: dict[int, tuple[int, ...]] = {}

        def path(unit: int) -> tuple[int, ...]:
            chain = []
            at: int | None = unit
            while at is not None and at not in paths:
                chain.append(at)
                parent = self.units[at].parent
                at = None if parent is None else self.index[parent]
            rest = () if at is None else paths[at]
            for node in reversed(chain):
                rest = (node, *rest)
                paths[node] = rest
            return paths[unit]

        return tuple(path(unit) for unit in range(len(self.units)))

    @cached_property
    def in_tree_order(self) -> tuple[int, ...]:
        """All units, each followed by those below it: near in the tree, near in the order."""
        return tuple(sorted(range(len(self.units)), key=lambda unit: self.paths[unit][::-1]))

    @cached_property
    def trading_unit(self) -> tuple[int, ...]:
        """For each unit the nearest self-or-ancestor that trades; where none does, the root."""
        return tuple(next((node for node in path if self.units[node].trades), path[-1]) for path in self.paths)

    @cached_property
    def region(self) -> tuple[int, ...]:
        """For each unit its region: the nearest self-or-ancestor of that level, else the one just below the root."""
        return tuple(
            next((node for node in path if self.units[node].level == REGION), path[-2] if len(path) > 1 else path[-1])
            for path in self.paths
        )

    def distance(self, seller: int, buyer: int) -> Distance:
        """The distance of two trading units."""
        if seller == buyer:
            return Distance.OWN
        return Distance.SAME_REGION if self.region[seller] == self.region[buyer] else Distance.CROSS_REGION

    @cached_property
    def distances(self) -> Indices:
        """The distance of every pair of units [units, units] (meaningful for trading units)."""
        region = np.array(self.region)
        apart = np.where(region[:, None] == region[None, :], Distance.SAME_REGION, Distance.CROSS_REGION)
        np.fill_diagonal(apart, Distance.OWN)
        return apart.astype(np.int32)

    def below(self, top: str) -> Flags:
        """For each unit whether it is this one or below it."""
        within = self.index[top]
        return np.array([within in path for path in self.paths], bool)
