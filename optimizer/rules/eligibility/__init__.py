"""Whoever fills a role has the role, grade, skills and languages; a purchase also lendable, in scope, with a rate."""

from models.rules import RuleId
from optimizer.draft import Draft
from optimizer.rules.eligibility.offers import offers_of
from optimizer.rules.eligibility.table import laid_out

NAME = RuleId.ELIGIBILITY


def apply(draft: Draft) -> None:
    """One candidate per eligible person and slot; a start with a slot that nobody can fill is no start."""
    draft.offers = offers_of(draft.facts, draft.needs)
    draft.table = laid_out(draft)
