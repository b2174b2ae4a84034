"""Scenarios with random answers, told apart by what the compiled program says of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

import numpy as np

from models.choices import Choices
from models.scenario import Scenario
from optimizer.compile import Compiled, compile_scenario
from optimizer.program import Program, Selection
from scenarios.generator.tiny import INGREDIENTS, tiny


@dataclass(frozen=True)
class Sample:
    """A random answer to a tiny scenario, and the rules whose rows it breaks according to the program."""

    scenario: Scenario
    compiled: Compiled
    choices: Choices
    broken: frozenset[str]


def samples(seeds: range, answers: int = 6) -> Iterator[Sample]:
    """Random answers to tiny scenarios that together put every rule in play. The same arguments, the same samples."""
    for seed in seeds:
        for focus in INGREDIENTS:
            scenario = Scenario.model_validate(tiny(seed, focus))
            compiled = compile_scenario(scenario)
            rng = Random(f"{seed}-{focus}")
            for _ in range(answers):
                selection = random_selection(compiled.program, len(scenario.projects), rng)
                yield Sample(scenario, compiled, compiled.choices(selection), broken_rules(compiled, selection))


def random_selection(program: Program, projects: int, rng: Random) -> Selection:
    """Each project runs with a probability of three in four, at a random start, with random candidates."""
    starts, candidates = [], []
    for group in range(projects):
        possible = range(*program.start_pointer[group : group + 2].tolist())
        if possible and rng.random() < 0.75:
            start = rng.choice(possible)
            starts.append(start)
            slots = range(*program.slot_pointer[start : start + 2].tolist())
            candidates += [rng.choice(range(*program.candidate_pointer[slot : slot + 2].tolist())) for slot in slots]
    return Selection(np.array(starts, np.int64), np.array(candidates, np.int64))


def broken_rules(compiled: Compiled, selection: Selection) -> frozenset[str]:
    """The rules whose hard rows the selection passes. No claim is made, so rows of claims are never passed."""
    program = compiled.program
    passed = program.passed(program.levels(selection))
    rows = program.hinges.row[(passed > 0) & program.hinges.hard]
    return frozenset(program.names.row(int(row)).partition("/")[0] for row in rows)
