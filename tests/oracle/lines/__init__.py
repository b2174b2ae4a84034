"""What `python -m tests.oracle` deletes from the contract: every rule, and every line that can move an optimum."""

from models.rules import RuleId
from tests.oracle.lines import decisions, market, numbers, policy, scenario
from tests.oracle.lines.line import Line

RULES = tuple(Line(f"rule {rule}", f"{rule}/disabled") for rule in RuleId)
FINE_PRINT = (*numbers.LINES, *scenario.LINES, *market.LINES, *decisions.LINES, *policy.LINES)
LINES = (*RULES, *FINE_PRINT)

__all__ = ["FINE_PRINT", "LINES", "RULES", "Line"]
