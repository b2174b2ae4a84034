"""Whoever fills a role can: role, grade, skills, languages; for a purchase also lendable, in scope, and has a rate."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.violation import Violation, Wording, effort_text

RULE = RuleId.ELIGIBILITY

UNKNOWN = Wording(
    "情景中没有 {2},无法在项目 {0} 担任 {1}。", "The scenario has no {2} who could be {1} on project {0}."
)
NO_ROLE = Wording("{2} 没有项目 {0} 所需的角色 {1}。", "{2} does not have the role {1} that project {0} asks for.")
FORBIDDEN = Wording("适配表禁止 {2} 在项目 {0} 担任 {1}。", "The fit table forbids {2} as {1} on project {0}.")
NOT_LISTED = Wording(
    "适配表为完整名单,其中没有 {2} 在项目 {0} 担任 {1}。",
    "The fit table is complete and does not list {2} as {1} on project {0}.",
)
GRADE = Wording(
    "{2} 的等级 {stated} 低于项目 {0} 对 {1} 要求的 {expected}。",
    "{2} has grade {stated}; project {0} asks for {expected} or more as {1}.",
)
SKILL = Wording(
    "{2} 的技能为 {stated},项目 {0} 对 {1} 要求 {expected}。",
    "{2} has {stated}; project {0} asks for {expected} as {1}.",
)
LANGUAGE = Wording(
    "{2} 不会项目 {0} 对 {1} 要求的语言 {expected}。",
    "{2} does not speak {expected}, which project {0} asks for as {1}.",
)
NOT_LENDABLE = Wording(
    "{2} 不可外借,不能在其他单元的项目 {0} 担任 {1}。",
    "{2} may not work for another unit, so not on project {0} as {1}.",
)
SCOPE = Wording(
    "{2} 所在单元 {stated} 超出单元 {expected} 的购买范围,不能在项目 {0} 担任 {1}。",
    "{2} belongs to {stated}, farther than {expected} may buy, so cannot be {1} on project {0}.",
)
TOO_SHORT = Wording(
    "{2} 在项目 {0} 担任 {1} 仅 {stated} 期,购买至少须 {expected} 期。",
    "{2} would be {1} on project {0} for {stated} periods; a purchase takes at least {expected}.",
)
TOO_LITTLE = Wording(
    "{2} 在项目 {0} 担任 {1} 共投入 {stated} FTE 期,购买至少须 {expected}。",
    "{2} would spend {stated} FTE-periods as {1} on project {0}; a purchase takes at least {expected}.",
)
NO_RATE = Wording(
    "没有适用于 {2} 在项目 {0} 担任 {1} 的结算价。", "No rate holds for buying {2} as {1} for project {0}."
)

Obstacle = tuple[Wording, str, str]
"""The sentence, what the person has, what is asked."""


def violations(case: Case) -> Iterator[Violation]:
    """People in roles they are not eligible for."""
    known = case.book.once(_obstacles)
    for engagement in case.engagements:
        found = known.get(engagement)
        if found is None:
            found = known[engagement] = tuple(obstacles(case.book, engagement))
        for wording, stated, expected in found:
            subjects = (engagement.project.id, engagement.role, engagement.person.id)
            yield Violation(RULE, subjects, wording, None, stated, expected)
    for project, role, person_id in case.strangers:
        yield Violation(RULE, (project.id, role, person_id), UNKNOWN)


def obstacles(book: Book, engagement: Engagement) -> Iterator[Obstacle]:
    """What keeps a person from a role; nothing keeps the incumbent of a project in flight from the role it holds."""
    if engagement.incumbent:
        return
    person = engagement.person.person
    if engagement.role not in person.roles:
        yield NO_ROLE, "", engagement.role
    fit = book.fit.get((engagement.project.id, engagement.role, engagement.person.id))
    if fit is not None and fit.eligible is False:
        yield FORBIDDEN, "", ""
    if fit is None and book.scenario.fit_is_complete:
        yield NOT_LISTED, "", ""
    if fit is None or fit.eligible is not True:
        yield from _qualifications(engagement)
    if engagement.purchased:
        yield from _market(book, engagement)


def _qualifications(engagement: Engagement) -> Iterator[Obstacle]:
    """Grade, skills and languages: what `eligible: true` overrides."""
    person, need = engagement.person.person, engagement.project.needs[engagement.role]
    if person.grade < need.min_grade:
        yield GRADE, str(person.grade), str(need.min_grade)
    for skill, level in need.skills.items():
        if person.skills.get(skill, 0) < level:
            yield SKILL, f"{skill} {person.skills.get(skill, 0)}", f"{skill} {level}"
    for language in need.languages:
        if language not in person.languages:
            yield LANGUAGE, "", language


def _market(book: Book, engagement: Engagement) -> Iterator[Obstacle]:
    """What a purchase takes besides."""
    market, periods = book.market, len(engagement.efforts)
    seller, buyer = engagement.person.unit, engagement.project.buyer
    if not engagement.person.person.lendable:
        yield NOT_LENDABLE, "", ""
    near = book.organisation.distance(seller, buyer) == "same_region"
    if market.scope == "none" or (market.scope == "region" and not near):
        yield SCOPE, seller, buyer
    if periods < market.min_periods:
        yield TOO_SHORT, str(periods), str(market.min_periods)
    # The mean effort is compared without dividing: total against the least per period times the periods.
    if engagement.total < market.min_effort * periods:
        yield TOO_LITTLE, effort_text(engagement.total), effort_text(market.min_effort * periods)
    if engagement.rate is None:
        yield NO_RATE, "", ""


def _obstacles(_book: Book) -> dict[Engagement, tuple[Obstacle, ...]]:
    """What is known of engagements so far; they are looked at again and again while plans are compared."""
    return {}
