"""The faults that delete lines: those of the checker's mutants, and some for lines that they take for granted."""

from tests.mutants.checker_mutants import MUTANTS
from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

FAULTS: dict[str, Mutant] = {
    fault.name: fault
    for fault in (
        *MUTANTS,
        _in_checker(
            "hunger_band/* is no unit",
            "organisation",
            "for name in (*self.line[unit_id], EVERY_TRADING_UNIT):",
            "for name in self.line[unit_id]:",
            "hunger_star",
        ),
    )
}
