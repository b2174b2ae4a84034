"""Ruin and recreate with annealing (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000): some steps in one go."""

from typing import NamedTuple

import numpy as np

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import below, chance, draw
from optimizer.engines.search.eject import eject, profit_of
from optimizer.engines.search.ground import Ground, Reals
from optimizer.engines.search.insert import insert
from optimizer.engines.search.moves import begin_step, keep_step, undo_step
from optimizer.engines.search.ruin import any_chosen, enqueue, mend, take_out_any, take_out_string
from optimizer.engines.search.standing import Standing

PATIENCE: Reals = -np.log((np.arange(1024) + 0.5) / 1024)
"""How much worse, in temperatures, a step may be: the quantiles that Metropolis (1953) draws."""


class Manner(NamedTuple):
    """How steps are taken. Chances are shares of 1, counts are groups or candidates."""

    ruined: int = 10
    """The most groups taken out at random or as a string."""
    idle: int = 3
    """Groups that have chosen nothing and may join in, each the more promising of two."""
    weighed: int = 1
    blink: float = 0.02
    any: float = 0.05
    row: float = 0.05
    string: float = 0.05
    """The chances of each ruin; in all other steps a group gets its way, and who is in the way is taken out."""
    idle_share: float = 0.5
    """The chance that it is one that has chosen nothing, else one that regrets what it has."""
    draws: int = 4
    reach: float = 0.4
    victims: int = 6
    """Of how many in the way the least profitable goes."""
    chain: int = 20
    """How often in a step a commitment that finds no place gets its way too, and again whoever was in the way."""
    by_promise: float = 0.5
    """The chance that groups choose in the order of their promise, not at random."""


@compiled
def anneal(ground: Ground, standing: Standing, manner: Manner, patience: Reals, steps: int, temperature: float) -> None:
    """Take steps at one temperature (10^-6 money)."""
    tally, dice = standing.tally[0], standing.dice
    for _ in range(steps):
        met, money, passed = tally["met"], tally["money"], tally["passed"]
        begin_step(standing)
        tally["waiting"] = tally["next"] = 0
        _ruin(ground, standing, manner)
        if tally["passed"] > passed:
            mend(ground, standing)
        for _ in range(manner.idle):
            if tally["chosen"] < len(standing.groups):
                enqueue(standing, any_idle(ground, standing, 2))
        _sort(ground, standing, manner)
        blink = manner.blink if chance(dice) < 0.5 else 0.0
        chain = manner.chain
        while tally["next"] < tally["waiting"]:
            group = standing.groups[tally["next"]]["waiting"]
            tally["next"] += 1
            if standing.groups[group]["start"] >= 0:
                continue
            placed = insert(ground, standing, group, manner.weighed, blink)
            if not placed and chain > 0 and tally["met"] < met and promised_met(ground, group) > 0:
                chain -= 1
                make_way(ground, standing, manner, group)
        worst = float(money) - temperature * patience[below(dice, len(patience))]
        if tally["passed"] <= passed and (
            tally["met"] > met or (tally["met"] == met and (tally["money"] >= money or float(tally["money"]) > worst))
        ):
            keep_step(ground, standing)
        else:
            undo_step(ground, standing)


@compiled
def _ruin(ground: Ground, standing: Standing, manner: Manner) -> None:
    dice = standing.dice
    if standing.tally[0]["chosen"] == 0:
        return
    count = 1 + below(dice, manner.ruined)
    roll = chance(dice)
    if roll < manner.any:
        take_out_any(ground, standing, count)
    elif roll < manner.any + manner.row:
        take_out_string(ground, standing, count, 0.0)
    elif roll < manner.any + manner.row + manner.string:
        take_out_string(ground, standing, count, 0.7)
    else:
        if chance(dice) < manner.idle_share and standing.tally[0]["chosen"] < len(standing.groups):
            group = any_idle(ground, standing, manner.draws)
        else:
            group = regretful(ground, standing, manner.draws)
        make_way(ground, standing, manner, group)


@compiled
def make_way(ground: Ground, standing: Standing, manner: Manner, group: int) -> None:
    """Let a group have what it would like, and take out whoever is in the way."""
    first, last = ground.groups[group]["first"], ground.groups[group]["until"]
    if first == last:
        return
    place = first
    while place + 1 < last and chance(standing.dice) < manner.reach:
        place += 1
    eject(ground, standing, group, ground.start_order[place], manner.reach, manner.victims)


@compiled
def any_idle(ground: Ground, standing: Standing, draws: int) -> int:
    """A group that has chosen nothing: of some, the most promising; there must be one."""
    chosen = standing.tally[0]["chosen"]
    best = standing.groups[chosen + below(standing.dice, len(standing.groups) - chosen)]["order"]
    for _ in range(draws - 1):
        other = standing.groups[chosen + below(standing.dice, len(standing.groups) - chosen)]["order"]
        if goes_before(ground, other, best):
            best = other
    return int(best)


@compiled
def goes_before(ground: Ground, group: int, other: int) -> bool:
    """Whether a group promises more than another."""
    if ground.groups[group]["first"] == ground.groups[group]["until"]:
        return False
    if ground.groups[other]["first"] == ground.groups[other]["until"]:
        return True
    start = ground.start_order[ground.groups[group]["first"]]
    than = ground.start_order[ground.groups[other]["first"]]
    if ground.starts[start]["promised_met"] != ground.starts[than]["promised_met"]:
        return bool(ground.starts[start]["promised_met"] > ground.starts[than]["promised_met"])
    return bool(ground.starts[start]["promise"] > ground.starts[than]["promise"])


@compiled
def promised_met(ground: Ground, group: int) -> int:
    """How many commitments the choice that promises most would meet."""
    first, last = ground.groups[group]["first"], ground.groups[group]["until"]
    return int(ground.starts[ground.start_order[first]]["promised_met"]) if first < last else 0


@compiled
def regretful(ground: Ground, standing: Standing, draws: int) -> int:
    """A chosen group: of some, the one that loses most against its promise."""
    best, best_loss = -1, 0.0
    for _ in range(draws):
        group = any_chosen(standing)
        best_start = ground.start_order[ground.groups[group]["first"]]
        loss = ground.starts[best_start]["promise"] - profit_of(ground, standing, group)
        if best < 0 or loss > best_loss:
            best, best_loss = group, loss
    return best


@compiled
def _sort(ground: Ground, standing: Standing, manner: Manner) -> None:
    """Put the queue in order: what meets something first, then by promise or at random."""
    groups = standing.groups
    by_promise = chance(standing.dice) < manner.by_promise
    for number in range(standing.tally[0]["waiting"]):
        group = groups[number]["waiting"]
        key = float(draw(standing.dice))
        met = 0
        if ground.groups[group]["first"] < ground.groups[group]["until"]:
            start = ground.start_order[ground.groups[group]["first"]]
            met = ground.starts[start]["promised_met"]
            if by_promise:
                key = ground.starts[start]["promise"]
        place = number
        while place > 0 and (
            groups[place - 1]["met"] < met or (groups[place - 1]["met"] == met and groups[place - 1]["key"] < key)
        ):
            groups[place]["waiting"] = groups[place - 1]["waiting"]
            groups[place]["met"], groups[place]["key"] = groups[place - 1]["met"], groups[place - 1]["key"]
            place -= 1
        groups[place]["waiting"], groups[place]["met"], groups[place]["key"] = group, met, key
