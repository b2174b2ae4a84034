"""A broken rule or a wrong figure, with a sentence that a planner understands."""

from dataclasses import dataclass

from models.quantities import EFFORT_SCALE, MONEY_SCALE, as_decimal
from models.rules import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in each language: {0}, {1} … are the subjects, {period}, {stated} and {expected} the rest."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation.

    `rule` is the name of a rule of the contract, or of the part of the plan that states something wrong. `subjects`
    are ids; `period` is a label. `stated` is what the plan has, `expected` what the rule allows or the checker found.
    """

    rule: str
    subjects: tuple[str, ...]
    wording: Wording
    period: str | None = None
    stated: str = ""
    expected: str = ""

    def text(self, language: Language) -> str:
        """The sentence in `zh` or `en`."""
        sentence = self.wording.zh if language == "zh" else self.wording.en
        return sentence.format(*self.subjects, period=self.period, stated=self.stated, expected=self.expected)


def effort_text(permille: int) -> str:
    """Permille as FTE."""
    return f"{as_decimal(permille, EFFORT_SCALE):f}"


def money_text(cents: int) -> str:
    """Hundredths as money units."""
    return f"{as_decimal(cents, MONEY_SCALE):f}"
