"""Why a project runs or does not, at the prices of a plan: records first, sentences last.

A project that is worth more than the prices of what it takes belongs into the plan, one that is worth less does not;
what lies between the plan and its bound may still turn a close one.
"""

from dataclasses import dataclass

from models.plan import Plan
from models.quantities import MICRO_PER_CENT, MONEY_SCALE, as_decimal, half_up
from models.rules import Language, RuleId
from models.scenario import Scenario
from optimizer.certificate import Account, Charge, accounts
from optimizer.checker import Auditor

PARTS_PER_CENT = 10**12 * MICRO_PER_CENT
MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one rule charges a project in all, in 0.01 money unit; below 0 it gives."""

    rule: RuleId
    amount: int


@dataclass(frozen=True, slots=True)
class Why:
    """One project: money in 0.01 money unit, rounded for reading; the ledger of the certificate is exact.

    `start` is a label, None where the project has no start. `costs` are charges by rule, the largest first; `rows` the
    rows with the largest charges.
    """

    project: str
    runs: bool
    start: str | None
    people: tuple[tuple[str, str], ...]
    brings: int
    costs: tuple[Cost, ...]
    net: int
    rows: tuple[Charge, ...]


def why(scenario: Scenario | Auditor, plan: Plan) -> tuple[Why, ...]:
    """Every project of an accepted plan with prices. Raises certificate.Unproved."""
    horizon = (scenario.scenario if isinstance(scenario, Auditor) else scenario).horizon
    return tuple(
        _why(account, None if account.start is None else horizon.label(account.start))
        for account in accounts(scenario, plan)
    )


def binding(scenario: Scenario | Auditor, plan: Plan) -> tuple[Charge, ...]:
    """The rows with a price, by what they charge all running projects together: the largest charge first."""
    charged: dict[str, Charge] = {}
    for account in accounts(scenario, plan):
        for charge in account.charges if account.runs else ():
            before = charged[charge.row].amount if charge.row in charged else 0
            charged[charge.row] = Charge(charge.rule, charge.row, before + charge.amount)
    return tuple(sorted(charged.values(), key=lambda charge: (-abs(charge.amount), charge.row)))


def _why(account: Account, start: str | None) -> Why:
    by_rule: dict[RuleId, int] = {}
    for charge in account.charges:
        by_rule[charge.rule] = by_rule.get(charge.rule, 0) + charge.amount
    costs = [Cost(rule, _cents(amount)) for rule, amount in by_rule.items()]
    largest = sorted(account.charges, key=lambda charge: (-charge.amount, charge.row))
    return Why(
        project=account.project,
        runs=account.runs,
        start=start,
        people=account.people,
        brings=_cents(account.brings),
        costs=tuple(sorted(costs, key=lambda cost: -cost.amount)),
        net=_cents(account.net),
        rows=tuple(charge for charge in largest[:MOST_ROWS] if charge.amount > 0),
    )


def _cents(parts: int) -> int:
    return half_up(parts, PARTS_PER_CENT)


SENTENCES: dict[str, dict[Language, str]] = {
    "no_start": {
        "zh": "项目 {project} 在任何启动期都无法配齐人员。",
        "en": "Project {project} has no start at which every role can be filled.",
    },
    "worth_it": {
        "zh": "项目 {project}({start} 启动)带来 {brings},所需资源按价格计 {pays},净值 {net}。{costs}",
        "en": "Project {project}, started in {start}, brings {brings}; at these prices what it takes costs {pays}, "
        "which leaves {net}. {costs}",
    },
    "not_worth_it": {
        "zh": "项目 {project} 最好于 {start} 启动,带来 {brings},所需资源按价格计 {pays},净值 {net}。{costs}",
        "en": "Project {project}, at best started in {start}, would bring {brings}; at these prices what it takes "
        "costs {pays}, which leaves {net}. {costs}",
    },
}

WORDS: dict[RuleId, dict[Language, str]] = {
    RuleId.DISTINCT_PEOPLE: {"zh": "一人一岗", "en": "one role a person"},
    RuleId.PERSON_CAPACITY: {"zh": "人员时间", "en": "people's time"},
    RuleId.CONCURRENCY: {"zh": "同时项目数", "en": "projects at the same time"},
    RuleId.PURCHASE_BUDGET: {"zh": "采购预算", "en": "purchase budgets"},
    RuleId.SELLER_CAP: {"zh": "外借上限", "en": "what units may sell"},
    RuleId.REQUIRES: {"zh": "依赖项目", "en": "projects it requires or serves"},
    RuleId.EXCLUDES: {"zh": "互斥项目", "en": "projects it excludes"},
    RuleId.INITIATION_LIMITS: {"zh": "立项上限", "en": "limits on initiation"},
    RuleId.COMMITMENT: {"zh": "承诺", "en": "commitments"},
    RuleId.STABILITY: {"zh": "变更上限", "en": "the limit on changes"},
    RuleId.HUNGER_BAND: {"zh": "微饥饿区间", "en": "hunger bands"},
    RuleId.UTILISATION_FLOOR: {"zh": "使用率下限", "en": "utilisation floors"},
    RuleId.GOAL_COVERAGE: {"zh": "山头目标", "en": "goals"},
    RuleId.PORTFOLIO_BALANCE: {"zh": "组合结构", "en": "the balance of the portfolio"},
    RuleId.TARGET_COVERAGE: {"zh": "订货目标", "en": "targets"},
}


def sentence(record: Why, language: Language) -> str:
    """The record in words."""
    if record.start is None:
        return SENTENCES["no_start"][language].format(project=record.project)
    parts = [f"{WORDS[cost.rule][language]} {_money(cost.amount)}" for cost in record.costs if cost.amount]
    listed = "、".join(parts) if language == "zh" else ", ".join(parts)
    ends = {"zh": f"其中:{listed}。", "en": f"Of that: {listed}."} if parts else {"zh": "", "en": ""}
    return (
        SENTENCES["worth_it" if record.runs else "not_worth_it"][language]
        .format(
            project=record.project,
            start=record.start,
            brings=_money(record.brings),
            pays=_money(record.brings - record.net),
            net=_money(record.net),
            costs=ends[language],
        )
        .rstrip()
    )


def _money(cents: int) -> str:
    return f"{as_decimal(cents, MONEY_SCALE):f}"
