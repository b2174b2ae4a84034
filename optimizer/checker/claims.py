"""What a plan claims of itself: which scenario it answers, its objective, its outcome, and its evidence."""

from collections.abc import Iterator

from models.plan import Plan, Price, Terms
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.bound.verify import FIGURE, micro, verify
from optimizer.checker.score import Score
from optimizer.checker.violation import Violation, Wording

MAX_PRICE_DECIMALS = 12

OTHER_SCENARIO = Wording(
    "计划写的 {0} 是 {stated},情景为 {expected}。", "The plan's {0} is {stated}; the scenario's is {expected}."
)
TERM = Wording(
    "目标值的分项 {0} 写为 {stated},重新计算应为 {expected}。",
    "The term {0} of the objective is stated as {stated}; recomputed it is {expected}.",
)
TOTAL = Wording(
    "目标值合计写为 {stated},重新计算应为 {expected}。",
    "The objective's total is stated as {stated}; recomputed it is {expected}.",
)
OUTCOME = Wording("结果写为 {stated},应为 {expected}。", "The outcome is stated as {stated}; it is {expected}.")
REASON = Wording(
    "未满足的承诺 {0} 没有写明原因代码。", "The unmet commitment {0} comes without a reason that has a code."
)
NOT_CHECKED = Wording("证据未写明计划已经校验。", "The evidence does not say that the plan was checked.")
AT_LEAST = Wording(
    "证据称至少有 {stated} 项承诺无法满足,但计划只有 {expected} 项未满足。",
    "The evidence says that at least {stated} commitments must stay unmet; the plan leaves {expected} unmet.",
)
BELOW = Wording("上界 {stated} 低于目标值 {expected}。", "The bound {stated} lies below the objective {expected}.")
FEASIBLE = Wording(
    "状态为 feasible 的计划不得写 {0}({stated})。", "A plan of status feasible states no {0} ({stated})."
)
ROW_NAME = Wording("价格的行名 {0} 不合规范。", "The price row {0} has no proper name.")
ROW_TWICE = Wording("行 {0} 的价格出现不止一次。", "The row {0} is priced more than once.")
DECIMALS = Wording(
    "行 {0} 的价格 {stated} 超过 {expected} 位小数。",
    "The price of row {0}, {stated}, has more than {expected} decimals.",
)


def of_scenario(plan: Plan, name: str, content_hash: str) -> Iterator[Violation]:
    """Whether the plan answers this very scenario."""
    for field, stated, expected in (
        ("scenario", plan.scenario, name),
        ("scenario_hash", plan.scenario_hash, content_hash),
    ):
        if stated != expected:
            yield Violation("scenario", (field,), OTHER_SCENARIO, None, stated, expected)


def of_objective(plan: Plan, terms: Terms) -> Iterator[Violation]:
    """The objective and each of its terms."""
    for term in Terms.model_fields:
        stated, expected = getattr(plan.objective.terms, term), getattr(terms, term)
        if stated != expected:
            yield Violation("objective", (term,), TERM, None, micro(stated), micro(expected))
    if plan.objective.total != terms.total():
        yield Violation("objective", ("total",), TOTAL, None, micro(plan.objective.total), micro(terms.total()))


def of_outcome(plan: Plan, score: Score) -> Iterator[Violation]:
    """Whether commitments stay unmet, and that each says why."""
    expected = "commitments_unmet" if score.unmet else "complete"
    if plan.outcome != expected:
        yield Violation("outcome", (), OUTCOME, None, plan.outcome, expected)
    for row in plan.unmet:
        code = None if row.reason is None else row.reason.get("code")
        if not isinstance(code, str) or not code:
            yield Violation("unmet", (row.id,), REASON)


def of_evidence(book: Book, plan: Plan, score: Score) -> Iterator[Violation]:
    """What the plan says of its own quality: figures that follow from it, and claims that its prices have to prove."""
    evidence = plan.evidence
    if not evidence.plan_checked:
        yield Violation("evidence", (), NOT_CHECKED)
    if evidence.objective != score.money:
        yield _figure("objective", micro(evidence.objective), micro(score.money))
    if evidence.unmet.count != score.unmet_count:
        yield _figure("unmet.count", str(evidence.unmet.count), str(score.unmet_count))
    if not 0 <= evidence.unmet.at_least <= evidence.unmet.count:
        stated, expected = str(evidence.unmet.at_least), str(evidence.unmet.count)
        yield Violation("evidence", ("unmet.at_least",), AT_LEAST, None, stated, expected)
    if evidence.bound is not None and evidence.bound < score.money:
        yield Violation("evidence", ("bound",), BELOW, None, micro(evidence.bound), micro(score.money))
    if evidence.status == "feasible":
        yield from _feasible(plan)
    yield from verify(book, plan, score)


def _feasible(plan: Plan) -> Iterator[Violation]:
    """A plan that is only checked states neither bound nor gap."""
    for name, value in (("bound", plan.evidence.bound), ("gap", plan.evidence.gap)):
        if value is not None:
            yield Violation("evidence", (name,), FEASIBLE, None, micro(value))
    if plan.evidence.bound_checked:
        yield Violation("evidence", ("bound_checked",), FEASIBLE, None, "true")


def of_prices(plan: Plan) -> Iterator[Violation]:
    """Whether prices that prove nothing yet name rows as they should: a rule and ids, each row once, at most twelve
    decimals. Prices that prove a bound are held against the rows there are."""
    if plan.evidence.status != "feasible":
        return
    for prices in (plan.prices, plan.prices_unmet):
        seen: set[str] = set()
        for price in prices:
            yield from _price(price, seen)
            seen.add(price.row)


def _price(price: Price, seen: set[str]) -> Iterator[Violation]:
    if not is_row_name(price.row):
        yield Violation("evidence", (price.row,), ROW_NAME)
    if price.row in seen:
        yield Violation("evidence", (price.row,), ROW_TWICE)
    exponent = price.price.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > MAX_PRICE_DECIMALS:
        yield Violation("evidence", (price.row,), DECIMALS, None, f"{price.price:f}", str(MAX_PRICE_DECIMALS))


def is_row_name(name: str) -> bool:
    """Whether a name reads RuleId/id/…, with ~ in ids escaped as ~0 and / as ~1; `commitment` stands alone."""
    rule, *ids = name.split("/")
    if rule not in frozenset(RuleId):
        return False
    if not ids:
        return rule == RuleId.COMMITMENT
    return all(part and "~" not in part.replace("~0", "").replace("~1", "") for part in ids)


def _figure(name: str, stated: str, expected: str) -> Violation:
    return Violation("evidence", (name,), FIGURE, None, stated, expected)
