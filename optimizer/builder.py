"""Builds a program: rows and terms are added rule by rule, and laid out once at the end."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from optimizer.program import Flags, Hinges, Indices, Ints, Names, Program, RowBlock, Terms

ArrayLike = npt.ArrayLike


_SMALL = 4_096
"""Pieces of fewer terms are put together before they are laid out."""

_Piece = tuple[Indices, Indices, Ints]


class _Pieces:
    """Terms added so far, in pieces sorted by owner."""

    def __init__(self, owners: int) -> None:
        self.owners = owners
        self.pieces: list[_Piece] = []

    def add(self, owner: Ints | Indices, row: Ints | Indices, coefficient: Ints) -> None:
        """Add terms; zero coefficients are left out. `owner` must be ascending."""
        coefficient = np.asarray(coefficient, np.int64)
        keep = coefficient != 0
        if not keep.all():
            owner, row, coefficient = owner[keep], row[keep], coefficient[keep]
        if len(owner):
            self.pieces.append(
                (owner.astype(np.int32, copy=False), row.astype(np.int32, copy=False), coefficient.astype(np.int64))
            )

    def laid_out(self) -> Terms:
        """All terms by owner. Pieces are freed one by one: the arrays are the largest thing in memory."""
        self.pieces = list(_joined(self.pieces))
        pointer = np.zeros(self.owners + 1, np.int64)
        for owner, _, _ in self.pieces:
            pointer[1:] += np.bincount(owner, minlength=self.owners)
        np.cumsum(pointer, out=pointer)
        row = np.empty(pointer[-1], np.int32)
        coefficient = np.empty(pointer[-1], np.int64)
        free = pointer[:-1].copy()
        self.pieces.reverse()
        while self.pieces:
            owner, piece_row, piece_coefficient = self.pieces.pop()
            counts = np.bincount(owner, minlength=self.owners)
            place = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts - free, counts)
            row[place] = piece_row
            coefficient[place] = piece_coefficient
            free += counts
        return Terms(pointer, row, coefficient)


def _joined(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The same terms in few pieces: each costs as much as there are owners, and rules may add one for every project.

    Terms of one owner keep their order.
    """
    small: list[_Piece] = []
    for piece in pieces:
        if len(piece[0]) < _SMALL:
            small.append(piece)
            continue
        yield from _one_of(small)
        small = []
        yield piece
    yield from _one_of(small)


def _one_of(pieces: list[_Piece]) -> Iterator[_Piece]:
    if len(pieces) <= 1:
        yield from pieces
        return
    owner, row, coefficient = (np.concatenate(column) for column in zip(*pieces, strict=True))
    order = np.argsort(owner, kind="stable")
    yield owner[order], row[order], coefficient[order]


class Builder:
    """Collects rows, terms and profits over a fixed tree of groups, starts, slots and candidates."""

    def __init__(self, start_pointer: Ints, slot_pointer: Ints, candidate_pointer: Ints) -> None:
        self.start_pointer, self.slot_pointer, self.candidate_pointer = start_pointer, slot_pointer, candidate_pointer
        starts, candidates = len(slot_pointer) - 1, int(candidate_pointer[-1])
        self.start_met, self.start_money = np.zeros(starts, np.int64), np.zeros(starts, np.int64)
        self.candidate_met, self.candidate_money = np.zeros(candidates, np.int64), np.zeros(candidates, np.int64)
        self.met_constant = self.money_constant = 0
        self.start_terms, self.candidate_terms = _Pieces(starts), _Pieces(candidates)
        self._claims: list[str] = []
        self._blocks: list[RowBlock] = []
        self._bases: list[Ints] = []
        self._hinges: list[tuple[Indices, npt.NDArray[np.int8], Ints, Ints, Flags]] = []
        self._rows = 0

    def rows(self, count: int, name: Callable[[int], str], base: ArrayLike = 0, scale: int = 1) -> int:
        """Add `count` rows at `base`, `scale` units of which are one to people; the index of the first."""
        first, self._rows = self._rows, self._rows + count
        self._blocks.append(RowBlock(first, count, name, scale))
        self._bases.append(np.broadcast_to(np.asarray(base, np.int64), (count,)))
        return first

    def row(self, name: str, base: int = 0, scale: int = 1) -> int:
        """Add one row at `base`, `scale` units of which are one to people; its index."""
        return self.rows(1, lambda _: name, base, scale)

    def hinge(self, row: ArrayLike, side: int, edge: ArrayLike, price: ArrayLike) -> None:
        """Each unit of these rows above (or below) the edge costs `price` (10^-6 money unit)."""
        self._hinge(row, side, edge, price, hard=False)

    def limit(self, row: ArrayLike, side: int, edge: ArrayLike) -> None:
        """These rows may not pass the edge."""
        self._hinge(row, side, edge, 0, hard=True)

    def claim(self, name: str) -> int:
        """Add a group of its own with one start and no slot, worth one met commitment; the index of its start."""
        self._claims.append(name)
        self.met_constant -= 1
        self.start_met = np.append(self.start_met, 1)
        self.start_money = np.append(self.start_money, 0)
        self.start_terms.owners += 1
        return len(self.start_met) - 1

    def program(self, groups: Sequence[str]) -> Program:
        """The finished program; the builder is spent."""
        claims = np.arange(1, len(self._claims) + 1)
        hinges = [np.concatenate(column) for column in zip(*self._hinges, strict=True)] if self._hinges else None
        order = np.argsort(hinges[0], kind="stable") if hinges else np.zeros(0, np.int64)
        return Program(
            start_pointer=np.append(self.start_pointer, self.start_pointer[-1] + claims),
            slot_pointer=np.append(self.slot_pointer, np.full(len(claims), self.slot_pointer[-1])),
            candidate_pointer=self.candidate_pointer,
            start_met=self.start_met,
            start_money=self.start_money,
            candidate_met=self.candidate_met,
            candidate_money=self.candidate_money,
            met_constant=self.met_constant,
            money_constant=self.money_constant,
            start_terms=self.start_terms.laid_out(),
            candidate_terms=self.candidate_terms.laid_out(),
            row_base=np.concatenate([*self._bases, np.zeros(0, np.int64)]),
            hinges=Hinges(*(column[order] for column in hinges)) if hinges else _no_hinges(),
            names=Names((*groups, *self._claims), tuple(self._blocks)),
        )

    def _hinge(self, row: ArrayLike, side: int, edge: ArrayLike, price: ArrayLike, *, hard: bool) -> None:
        rows = np.atleast_1d(np.asarray(row, np.int32))
        shape = rows.shape
        self._hinges.append(
            (
                rows,
                np.full(shape, side, np.int8),
                np.broadcast_to(np.asarray(edge, np.int64), shape),
                np.broadcast_to(np.asarray(price, np.int64), shape),
                np.full(shape, hard),
            )
        )


def _no_hinges() -> Hinges:
    return Hinges(
        np.zeros(0, np.int32), np.zeros(0, np.int8), np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, bool)
    )
