"""The gap between a plan and its bound in a planner's words: which project, person, row or claim leaves how much."""

from decimal import Decimal

from models.rules import Language
from optimizer.certificate import Entry
from optimizer.explain.rows import row_words

PARTS_OF_MONEY = 18
"""Entries count 10^-12 of 10^-6: eighteen decimals of the money unit."""

SENTENCES: dict[str, dict[Language, str]] = {
    "project_runs": {
        "zh": "项目 {0}：换一个启动期（或不做），按价格更值",
        "en": "project {0}: another start, or none, is worth more at these prices",
    },
    "project_left_out": {
        "zh": "项目 {0}：未做，按价格却值得做",
        "en": "project {0}: left out, though it is worth its prices",
    },
    "candidate": {
        "zh": "项目 {0} 的 {1}：按价格有更合算的人选",
        "en": "project {0}, {1}: somebody else is worth more at these prices",
    },
    "claim": {"zh": "承诺 {0}：按价格另有更好的选择", "en": "commitment {0}: the other choice is worth more"},
    "row": {"zh": "{0}：有价，却没有用到价格所假定的程度", "en": "{0}: priced, yet not used as the price assumes"},
    "rounding": {"zh": "上界取整", "en": "the bound is rounded down"},
}


def entry_words(entry: Entry, *, runs: bool, language: Language) -> str:
    """One entry in words; `runs` says whether its project, if it has one, runs."""
    if entry.kind == "project":
        return SENTENCES["project_runs" if runs else "project_left_out"][language].format(*entry.ids)
    if entry.kind == "row":
        return SENTENCES["row"][language].format(row_words(entry.ids[0], language))
    if entry.kind == "claim":
        return SENTENCES["claim"][language].format(entry.ids[0].removeprefix("claim/"))
    return SENTENCES[entry.kind][language].format(*entry.ids)


def exact_money(parts: int) -> Decimal:
    """An amount of the ledger in money units, to the last of its decimals."""
    sign, digits = int(parts < 0), tuple(map(int, str(abs(parts))))
    zeros = min(PARTS_OF_MONEY, len(digits) - len("".join(map(str, digits)).rstrip("0"))) if parts else PARTS_OF_MONEY
    kept = digits[: len(digits) - zeros] or (0,)
    return Decimal((sign, kept, zeros - PARTS_OF_MONEY)) if parts else Decimal(0)
