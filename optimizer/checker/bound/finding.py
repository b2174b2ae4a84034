"""What is wrong with published prices: a typed record, and a sentence that a planner understands."""

from dataclasses import dataclass
from typing import Literal

from models.rules import Language
from optimizer.checker.violation import Violation, Wording

Code = Literal["unknown_row", "priced_twice", "too_many_decimals", "too_large", "outside_slopes"]

WORDINGS: dict[Code, Wording] = {
    "unknown_row": Wording("情景中没有可定价的行 {0}。", "The scenario has no row {0} that could have a price."),
    "priced_twice": Wording("行 {0} 的价格出现不止一次。", "The row {0} is priced more than once."),
    "too_many_decimals": Wording(
        "行 {0} 的价格 {stated} 超过 {expected} 位小数。",
        "The price of row {0}, {stated}, has more than {expected} decimals.",
    ),
    "too_large": Wording(
        "行 {0} 的价格不是有限数,或大到无法成立。", "The price of row {0} is not finite, or too large for any row."
    ),
    "outside_slopes": Wording(
        "行 {0} 的价格 {stated} 超出该行的边际成本范围({expected}),由此得不出上界。",
        "The price of row {0}, {stated}, is outside the marginal costs of the row ({expected}); no bound follows.",
    ),
}


@dataclass(frozen=True, slots=True)
class PriceFinding:
    """One price that proves nothing. `stated` is the price, `expected` what would do."""

    code: Code
    row: str
    stated: str = ""
    expected: str = ""

    def violation(self) -> Violation:
        """The finding as the checker reports it."""
        return Violation("evidence", (self.row,), WORDINGS[self.code], None, self.stated, self.expected)

    def text(self, language: Language) -> str:
        """The sentence in `zh` or `en`."""
        return self.violation().text(language)
