"""Lays the tree out: offers become candidates under every start, short purchases and hopeless starts leave."""

import numpy as np

from optimizer.draft import Draft, Table
from optimizer.program import Flags, Ints, ranges
from optimizer.rules.eligibility.smallest import too_small


def laid_out(draft: Draft) -> Table:
    """The table of starts, slots and candidates, without candidates below the smallest purchase and without starts
    that have a slot nobody can fill."""
    table = _table(draft, draft.starts.project, draft.starts.period, None)
    keep = _large_enough(table)
    filled = np.add.reduceat(np.append(keep, False), table.candidate_pointer[:-1]) if len(table.slot_need) else keep
    filled = np.where(np.diff(table.candidate_pointer) > 0, filled, 0)
    hopeless = np.zeros(len(table.start_project), bool)
    hopeless[table.slot_start[filled == 0]] = True
    if not hopeless.any() and keep.all():
        return table
    kept = ~hopeless
    return _table(draft, table.start_project[kept], table.start_period[kept], keep[kept[table.candidate_start]])


def _table(draft: Draft, start_project: Ints, start_period: Ints, keep: Flags | None) -> Table:
    needs, offers = draft.needs, draft.offers
    slots = needs.pointer[start_project + 1] - needs.pointer[start_project]
    slot_need = ranges(needs.pointer[start_project], slots)
    counts = offers.pointer[slot_need + 1] - offers.pointer[slot_need]
    offer = ranges(offers.pointer[slot_need], counts)
    if keep is not None:
        slot = np.repeat(np.arange(len(slot_need)), counts)
        counts = np.bincount(slot[keep], minlength=len(slot_need))
        offer = offer[keep]
    starts = np.bincount(start_project, minlength=len(draft.facts.projects))
    return Table(
        facts=draft.facts,
        needs=needs,
        offers=offers,
        start_pointer=_pointer(starts),
        start_project=start_project,
        start_period=start_period,
        slot_pointer=_pointer(slots),
        slot_need=slot_need,
        candidate_pointer=_pointer(counts),
        offer=offer,
    )


def _pointer(counts: Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])


def _large_enough(table: Table) -> Flags:
    """Whether each candidate is no purchase, or at least the smallest: both measures count inside the horizon."""
    market, offers = table.facts.market, table.offers
    small = too_small(market, table.span, table.effort)
    large_enough: Flags = (offers.terms[table.offer] == 0) | offers.exempt[table.offer] | ~small
    return large_enough
