"""Descends a smooth convex function over a box, by limited-memory quasi-Newton steps along the projected path.

L-BFGS (Nocedal 1980) on the coordinates that no limit holds (Bertsekas 1982). The function may be swapped for a near
one, as when its smoothing is reduced: what was learnt of its curvature stays.
"""

from collections.abc import Callable

import numpy as np

from optimizer.engines.prices.sweep import Reals

MEMORY = 20
_ARMIJO = 1e-4
_SHORTER = 0.4
_SHORTENINGS = 12
_FIRST_MOVE = 0.1
"""How far the first step goes in the coordinate that moves most."""

Function = Callable[[Reals], tuple[float, Reals]]


class Descent:
    """A point in 0 … `upper` [coordinates] that steps downhill. `value` is the function there."""

    def __init__(self, function: Function, point: Reals, upper: Reals) -> None:
        self.point, self._upper = point, upper
        self._moves: list[Reals] = []
        self._turns: list[Reals] = []
        self._function = function
        self.value, self._slope = function(point)

    def follow(self, function: Function) -> None:
        """Go on with another function from the same point."""
        self._function = function
        self.value, self._slope = function(self.point)

    def step(self) -> bool:
        """Take one step down; whether one was found."""
        direction = self._direction()
        length = 1.0
        for _ in range(_SHORTENINGS):
            point = np.clip(self.point + length * direction, 0.0, self._upper)
            value, slope = self._function(point)
            if value <= self.value + _ARMIJO * float(self._slope @ (point - self.point)):
                self._learn(point - self.point, slope - self._slope)
                moved = value < self.value
                self.point, self.value, self._slope = point, value, slope
                return moved
            length *= _SHORTER
        learnt = bool(self._moves)
        self._forget()
        return learnt

    def _direction(self) -> Reals:
        slope = self._slope
        held = ((self.point <= 0) & (slope > 0)) | ((self.point >= self._upper) & (slope < 0))
        free = np.where(held, 0.0, slope)
        direction = np.where(held, 0.0, -self._newton(free))
        if float(direction @ slope) < 0:
            return direction
        self._forget()
        return -self._newton(free)

    def _newton(self, slope: Reals) -> Reals:
        """The two-loop recursion."""
        if not self._moves:
            return slope * (_FIRST_MOVE / max(float(np.abs(slope).max(initial=0.0)), 1e-300))
        parts = []
        rest = slope
        for move, turn in zip(reversed(self._moves), reversed(self._turns), strict=True):
            part = float(move @ rest) / float(move @ turn)
            parts.append(part)
            rest = rest - part * turn
        last = self._turns[-1]
        rest = rest * (float(self._moves[-1] @ last) / float(last @ last))
        for move, turn in zip(self._moves, self._turns, strict=True):
            rest = rest + move * (parts.pop() - float(turn @ rest) / float(move @ turn))
        return rest

    def _learn(self, move: Reals, turn: Reals) -> None:
        if float(move @ turn) > 1e-12 * float(np.linalg.norm(move) * np.linalg.norm(turn)):
            self._moves.append(move)
            self._turns.append(turn)
            if len(self._moves) > MEMORY:
                del self._moves[0], self._turns[0]

    def _forget(self) -> None:
        self._moves.clear()
        self._turns.clear()
