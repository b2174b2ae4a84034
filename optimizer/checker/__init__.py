"""The independent checker: every rule and every figure again, from scenario and plan alone, in exact integers.

It repeats the rules on purpose and shares no code with what builds and solves the program: the repetition is the test.
One module per rule, named as in the contract; `checks.CHECKS` lists them in order.
"""

from optimizer.checker.checks import CHECKS
from optimizer.checker.commitment import UnmetCommitment
from optimizer.checker.score import Auditor, Score
from optimizer.checker.statement import PlanTables, statement
from optimizer.checker.verdict import Verdict, check
from optimizer.checker.violation import Violation

__all__ = [
    "CHECKS",
    "Auditor",
    "PlanTables",
    "Score",
    "UnmetCommitment",
    "Verdict",
    "Violation",
    "check",
    "statement",
]
