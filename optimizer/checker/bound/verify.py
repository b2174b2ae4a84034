"""Whether what a plan says of its own quality is what its prices prove."""

from collections.abc import Iterator

from models.evidence import gap_between
from models.plan import Plan
from models.quantities import MICRO_SCALE, as_decimal
from optimizer.checker.book import Book
from optimizer.checker.bound.recompute import Kind, recompute, recompute_unmet
from optimizer.checker.score import Score
from optimizer.checker.violation import Violation, Wording

KINDS: tuple[Kind, ...] = ("rows", "rounded")
"""The certificates this module can verify: prices of rows, or of rows and rounded ones."""

FIGURE = Wording(
    "证据中的 {0} 写为 {stated},应为 {expected}。", "The evidence states {0} as {stated}; it is {expected}."
)
KIND = Wording(
    "状态为 {stated} 的计划须附可核实的证书 {expected}。",
    "A plan of status {stated} needs a certificate that can be verified: {expected}.",
)
NOT_OPTIMAL = Wording(
    "状态为 optimal,但 {0} 为 {stated} 而非 {expected}。", "The status is optimal, yet {0} is {stated}, not {expected}."
)
IS_OPTIMAL = Wording(
    "上界等于目标值,且未满足的承诺不能再少:状态应为 {expected},而非 {stated}。",
    "The bound is the objective and no fewer commitments can stay unmet: the status is {expected}, not {stated}.",
)


def kind_of(plan: Plan) -> Kind | None:
    """The kind of the certificate that a plan has; None if it has none that can be verified."""
    return next((kind for kind in KINDS if plan.certificate == {"kind": kind}), None)


def verify(book: Book, plan: Plan, score: Score) -> Iterator[Violation]:
    """What the plan claims and its prices do not prove. `score` is that of its choices."""
    yield from _unmet(book, plan)
    if plan.evidence.status != "feasible":
        yield from _bound(book, plan, score)
        yield from _status(plan, score)


def _unmet(book: Book, plan: Plan) -> Iterator[Violation]:
    """The number of commitments that must stay unmet: 0 where nothing is to be proved, else exactly what is proved."""
    stated = plan.evidence.unmet.at_least
    claims_nothing = plan.evidence.status == "feasible" or plan.evidence.unmet.count == 0 or not plan.prices_unmet
    if stated == 0 and claims_nothing:
        return
    proved = recompute_unmet(book, plan.prices_unmet, kind_of(plan) or "rows")
    yield from (finding.violation() for finding in proved.findings)
    if proved.at_least is not None and proved.at_least != stated:
        yield _figure("unmet.at_least", str(stated), str(proved.at_least))


def _bound(book: Book, plan: Plan, score: Score) -> Iterator[Violation]:
    """The bound, exactly, and the gap that follows from it."""
    evidence, kind = plan.evidence, kind_of(plan)
    if kind is None:
        yield Violation("evidence", ("certificate",), KIND, None, evidence.status, " / ".join(KINDS))
    if not evidence.bound_checked:
        yield _figure("bound_checked", "false", "true")
    if evidence.bound_source != "prices":
        yield _figure("bound_source", "null", "prices")
    proved = recompute(book, plan.prices, evidence.unmet.count, kind or "rows")
    yield from (finding.violation() for finding in proved.findings)
    if proved.bound is not None and proved.bound != evidence.bound:
        yield _figure("bound", micro(evidence.bound), micro(proved.bound))
    gap = None if evidence.bound is None else gap_between(evidence.bound, score.money)
    if evidence.gap != gap:
        yield _figure("gap", micro(evidence.gap), micro(gap))


def _status(plan: Plan, score: Score) -> Iterator[Violation]:
    """`optimal` means that nothing is left between plan and proof, and nothing else does."""
    evidence, unmet = plan.evidence, plan.evidence.unmet
    if evidence.status == "optimal":
        if evidence.bound != score.money:
            yield Violation("evidence", ("bound",), NOT_OPTIMAL, None, micro(evidence.bound), micro(score.money))
        if unmet.at_least != score.unmet_count:
            stated, expected = str(unmet.at_least), str(score.unmet_count)
            yield Violation("evidence", ("unmet.at_least",), NOT_OPTIMAL, None, stated, expected)
    elif evidence.bound == score.money and unmet.at_least == score.unmet_count:
        yield Violation("evidence", ("status",), IS_OPTIMAL, None, evidence.status, "optimal")


def _figure(name: str, stated: str, expected: str) -> Violation:
    return Violation("evidence", (name,), FIGURE, None, stated, expected)


def micro(value: int | None) -> str:
    """A figure in 10^-6 as it is stated."""
    return "null" if value is None else f"{as_decimal(value, MICRO_SCALE):f}"
