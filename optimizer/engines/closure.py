"""Adding a group together with the groups it needs.

Where a group fails only by hard edges that a choice of another group relieves, as with prerequisites, that other group
is added too, and what it needs in turn. All stay if they bring more together, else none.
"""

from optimizer.engines.partial import Partial
from optimizer.engines.proposal import Proposal, proposals
from optimizer.program import Ints

MOST_GROUPS = 32
MOST_HELPERS = 16
MOST_QUESTIONS = 5_000


class Closures:
    """Tries closures on one partial selection, with a fixed amount of work in all."""

    def __init__(self, partial: Partial) -> None:
        self._partial = partial
        self._wall = partial.hard & ~partial.relief.possible
        self._questions = MOST_QUESTIONS if partial.relief.possible.any() else 0

    def add(self, group: int) -> bool:
        """Add the group and what it needs, if that is feasible and brings more; whether it did."""
        partial, before = self._partial, self._partial.worth()
        added: list[int] = []
        proposal = self._best([group])
        while proposal is not None:
            helper, best = proposal
            partial.add(helper, best.choice)
            added.append(helper)
            if partial.excess == 0 or len(added) == MOST_GROUPS:
                break
            proposal = self._relief(added)
        if added and partial.excess == 0 and partial.worth() > before:
            return True
        for helper in reversed(added):
            partial.remove(helper)
        return False

    def _relief(self, added: list[int]) -> tuple[int, Proposal] | None:
        """The best choice of a further group that relieves the first hard edge passed."""
        partial = self._partial
        for group in added:
            hinges = partial.footprint_of(group).hinge
            passed = hinges[partial.hard[hinges] & (partial.level[hinges] > 0)]
            if len(passed):
                hinge = int(passed[0])
                helpers = [helper for helper in partial.relief.groups(hinge) if helper not in partial.chosen]
                return self._best(helpers[:MOST_HELPERS], hinge)
        return None

    def _best(self, groups: list[int], hinge: int | None = None) -> tuple[int, Proposal] | None:
        """Of all choices of these groups (that relieve the hinge) the one that meets most, then strains least."""
        found: list[tuple[int, Proposal]] = []
        for group in groups:
            if self._questions == 0:
                break
            self._questions -= 1
            offered = proposals(self._partial, group, self._wall)
            found.extend((group, p) for p in offered if hinge is None or _moves(p, hinge) < 0)
        return max(found, key=lambda pair: _merit(pair[1]), default=None)


def _moves(proposal: Proposal, hinge: int) -> int:
    hinges: Ints = proposal.footprint.hinge
    return int(proposal.footprint.amount[hinges == hinge].sum())


def _merit(proposal: Proposal) -> tuple[int, int, int]:
    met, money, excess = proposal.change
    return met, -excess, money
