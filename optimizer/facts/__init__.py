"""What follows from the scenario alone, read once for the rules and for the plan's ledgers.

The checker derives all of this again by itself; nothing here may be imported there.
"""

from optimizer.facts.facts import Facts, read_facts

__all__ = ["Facts", "read_facts"]
