"""Rows in a planner's words: what `person_capacity/E1001/2027-03` is, and in what its price is counted."""

import re
from typing import Literal

from models.rules import Language

Measure = Literal["effort", "money", "count"]
"""The published unit of a row: an FTE-period, a money unit, one (project, role, change, commitment)."""

_SENTENCES: dict[tuple[str, int], dict[Language, str]] = {
    ("distinct_people", 2): {"zh": "{1} 在项目 {0} 只任一岗", "en": "one role for {1} on {0}"},
    ("person_capacity", 2): {"zh": "{0} 在 {1} 的时间", "en": "time of {0} in {1}"},
    ("concurrency", 2): {"zh": "{0} 在 {1} 的同时项目数", "en": "projects at the same time for {0} in {1}"},
    ("purchase_budget", 1): {"zh": "{0} 的采购预算", "en": "purchase budget of {0}"},
    ("purchase_budget", 2): {"zh": "{0} 在 {1} 的采购预算", "en": "purchase budget of {0} in {1}"},
    ("seller_cap", 3): {"zh": "{0} 在 {2} 可外借的 {1}", "en": "what {0} may sell of {1} in {2}"},
    ("requires", 2): {"zh": "项目 {0} 依赖项目 {1}", "en": "{0} requires {1}"},
    ("excludes", 2): {"zh": "项目 {0} 与项目 {1} 互斥", "en": "{0} and {1} exclude each other"},
    ("initiation_limits", 2): {"zh": "{0} 的投标费用上限", "en": "pursuit budget of {0}"},
    ("initiation_limits", 3): {"zh": "{0} 在 {2} 的启动数上限", "en": "projects that {0} may start in {2}"},
    ("commitment", 0): {"zh": "承诺（未满足的不得更多）", "en": "commitments (no more of them unmet)"},
    ("stability", 1): {"zh": "相对基线的变更上限", "en": "limit on changes against the baseline"},
    ("hunger_band", 3): {"zh": "{0} 在 {2} 的 {1} 饥饿状况", "en": "hunger of {0} for {1} in {2}"},
    ("hunger_band", 4): {"zh": "{0} 在 {3} 的 {1} 满负荷拉伸", "en": "stretch of {0} in {1} in {3}"},
    ("utilisation_floor", 3): {"zh": "{0} 在 {2} 的 {1} 使用率", "en": "use of {1} of {0} in {2}"},
    ("goal_coverage", 2): {"zh": "山头目标 {0}（{1}）", "en": "goal {0} ({1})"},
    ("portfolio_balance", 5): {
        "zh": "组合结构：{0} = {1}（{2}，{4}）",
        "en": "balance of {0} = {1} ({2}, {4})",
    },
    ("target_coverage", 1): {"zh": "订货目标 {0}", "en": "target {0}"},
}
"""By rule and number of parts that follow it."""

_ENDS: dict[str, dict[Language, str]] = {
    "projects": {"zh": "项目数", "en": "projects"},
    "expected_orders": {"zh": "预期订货", "en": "expected orders"},
    "effort": {"zh": "投入", "en": "effort"},
    "count": {"zh": "项目数", "en": "count"},
    "pursuit_cost": {"zh": "投标费用", "en": "pursuit cost"},
    "min": {"zh": "下限", "en": "at least"},
    "max": {"zh": "上限", "en": "at most"},
}
"""Words of rows that are no ids: the same place of a name always holds one of these."""

_ROUNDED = re.compile(r"(?P<row>.+)/rounded/(?P<m>[1-9][0-9]*)/(?P<v>[1-9][0-9]*)", re.DOTALL)
_IN_WHOLE_STEPS: dict[Language, str] = {
    "zh": "{0}（按整步计，{1}/{2}）",
    "en": "{0} (in whole steps, {1}/{2})",
}
"""A rounded row: the same limit, counted in steps of v/m of its integer unit that only count when they are whole."""

_EFFORT = frozenset({"person_capacity", "seller_cap", "hunger_band", "utilisation_floor"})
_MONEY = frozenset({"purchase_budget", "target_coverage"})


def row_words(row: str, language: Language) -> str:
    """The row in words; a name that follows no pattern stays as it is."""
    rounded = _ROUNDED.fullmatch(row)
    if rounded:
        return _IN_WHOLE_STEPS[language].format(row_words(rounded["row"], language), rounded["m"], rounded["v"])
    rule, parts = _split(row)
    known = _SENTENCES.get((rule, len(parts)))
    if known is None:
        return row
    if rule in ("goal_coverage", "portfolio_balance"):
        parts = [parts[0], *(_ENDS.get(part, {}).get(language, part) for part in parts[1:])]
    return known[language].format(*parts)


def measure(row: str) -> Measure:
    """In what the level of the row is counted; of a rounded row in steps."""
    rule, parts = _split(row)
    if _ROUNDED.fullmatch(row):
        return "count"
    if rule in _EFFORT:
        return "effort"
    if rule in _MONEY or parts[-1:] in (["pursuit_budget"], ["expected_orders"]):
        return "money"
    if rule == "portfolio_balance" and len(parts) > 2:
        return "effort" if parts[2] == "effort" else "count" if parts[2] == "count" else "money"
    return "count"


def _split(row: str) -> tuple[str, list[str]]:
    rule, *parts = row.split("/")
    return rule, [part.replace("~1", "/").replace("~0", "~") for part in parts]
