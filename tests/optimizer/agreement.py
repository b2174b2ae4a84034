"""Three parts of the product judge one answer by themselves: the program, the ledgers, the checker. They must agree.

`judged(question, choices)` asks all three, fails where they differ, and tells what they say:

    assert judged(question, {"P": Choice(0, {"project_manager": "E"})}).broken == {"person_capacity"}

The program obeys three rules by offering nothing else; the rest are rows. An answer that it does not offer breaks one
of the three in the eyes of the checker, and the other way round; for an answer that it offers, the rows passed are the
rules broken.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from random import Random

import numpy as np

from models.choices import Choice, Choices
from models.plan import Plan, Terms, Versions
from models.quantities import MICRO_PER_CENT, MONEY_SCALE
from models.scenario import Scenario
from optimizer.checker import Auditor, check, statement
from optimizer.compile import Compiled, compile_scenario
from optimizer.dress.dress import dressed
from optimizer.program import Program, Score, Selection

OFFERED = frozenset({"one_start", "staffing", "eligibility"})
"""The rules that the program obeys by what it offers."""

TABLES = (
    "decisions",
    "assignments",
    "purchases",
    "hunger",
    "budgets",
    "raised",
    "initiation",
    "goals",
    "targets",
    "balance",
)

VERSIONS = Versions.model_construct(engine="none", solver=None, seed=None)


@dataclass(frozen=True)
class Judgement:
    """What all three say of an answer: rules broken, commitments unmet as `kind id`, terms in 10^-6 money unit."""

    broken: frozenset[str]
    unmet: tuple[str, ...]
    terms: Terms

    @property
    def money(self) -> int:
        """The objective, in 10^-6 money unit."""
        return self.terms.total()


def micro(amount: float) -> int:
    """An amount of at most 2 decimals in 10^-6 money unit."""
    return round(amount * MONEY_SCALE) * MICRO_PER_CENT


def judged(question: Scenario, choices: Choices) -> Judgement:
    """What program, ledgers and checker say of an answer. AssertionError where they differ."""
    return Judges(question).judge(choices)


def plan_for(question: Scenario, choices: Choices) -> Plan:
    """The dressed plan, evidence as after a check."""
    plan = dressed(question, choices, VERSIONS)
    return plan.replace(evidence=plan.evidence.replace(plan_checked=True))


@dataclass(frozen=True)
class Judges:
    """Program, ledgers and checker of one scenario."""

    question: Scenario

    @cached_property
    def compiled(self) -> Compiled:
        """The scenario compiled."""
        return compile_scenario(self.question)

    @cached_property
    def auditor(self) -> Auditor:
        """The checker of the scenario."""
        return Auditor(self.question)

    def judge(self, choices: Choices) -> Judgement:
        """What all three say. AssertionError where they differ."""
        score = self.auditor.score(choices)
        broken = frozenset(str(violation.rule) for violation in score.violations)
        selection = self.compiled.selection(choices)
        assert self.offers(choices) == (not broken & OFFERED)
        if not broken & OFFERED:
            program = self.compiled.program
            best = best_completion(program, selection, len(self.compiled.facts.projects))
            assert rules_passed(program, selection) == broken
            assert (best.excess == 0) == (not broken)
            assert best.money == score.money
            assert broken or -best.met == score.unmet_count
            self._judge_plan(choices, broken, score.terms)
        return Judgement(broken, tuple(f"{row.kind} {row.id}" for row in score.unmet), score.terms)

    def offers(self, choices: Choices) -> bool:
        """Whether the program has a start and candidates for every project of the answer."""
        offered = self.compiled.choices(self.compiled.selection(choices))
        return offered == {project: Choice(choice.start, dict(choice.people)) for project, choice in choices.items()}

    def _judge_plan(self, choices: Choices, broken: frozenset[str], terms: Terms) -> None:
        plan = plan_for(self.question, choices)
        assert plan.objective.terms == terms
        # The checker holds every table against the same table recomputed, in whatever order rows come …
        assert {str(violation.rule) for violation in check(self.auditor, plan).violations} == broken
        # … and the contract states an order.
        recomputed = statement(self.auditor, choices)
        for table in TABLES:
            assert getattr(plan, table) == getattr(recomputed, table)
        assert [(row.kind, row.id, row.role) for row in plan.unmet] == [
            (row.kind, row.id, row.role) for row in recomputed.unmet
        ]


def best_completion(program: Program, selection: Selection, projects: int) -> Score:
    """The best score of a selection of projects over all ways to make the claims, groups that follow the projects."""
    claims = [(None, int(start)) for start in program.start_pointer[projects:-1]]
    scores = []
    for made in product(*claims):
        starts = [start for start in made if start is not None]
        scores.append(
            program.score(Selection(np.append(selection.starts, starts).astype(np.int64), selection.candidates))
        )
    return max(scores, key=lambda score: (-score.excess, score.met, score.money))


def rules_passed(program: Program, selection: Selection) -> frozenset[str]:
    """The rules whose rows a selection takes beyond a hard edge."""
    passed = program.passed(program.levels(selection))
    rows = program.hinges.row[program.hinges.hard & (passed > 0)]
    return frozenset(program.names.row(int(row)).partition("/")[0] for row in rows)


def random_selection(compiled: Compiled, dice: Random) -> Selection:
    """Some projects, each with one start and everybody it asks for; limits may well be passed. Claims are left out."""
    program, eagerness = compiled.program, dice.random()
    starts: list[int] = []
    candidates: list[int] = []
    for group in range(len(compiled.facts.projects)):
        first, last = map(int, program.start_pointer[group : group + 2])
        if first < last and dice.random() < eagerness:
            start = dice.randrange(first, last)
            starts.append(start)
            slots = range(*map(int, program.slot_pointer[start : start + 2]))
            candidates += [dice.randrange(*map(int, program.candidate_pointer[slot : slot + 2])) for slot in slots]
    return Selection(np.array(starts, np.int64), np.array(candidates, np.int64))
