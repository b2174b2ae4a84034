"""What holds of every compiled scenario, whatever is in it."""

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.choices import Choice
from models.rules import RuleId
from models.scenario import Scenario
from optimizer.compile import Compiled, compile_scenario
from optimizer.program import ABOVE, BELOW, Ints, Program, Selection, Terms
from scenarios.generator.tiny import tiny
from tests.optimizer.agreement import random_selection
from tests.scenario_builder import candidate, in_flight, scenario

compiled_scenarios = st.integers(0, 9_999).map(lambda seed: compile_scenario(Scenario.model_validate(tiny(seed))))


def equal(one: Selection, other: Selection) -> bool:
    return all(np.array_equal(*pair) for pair in zip(one, other, strict=True))


def assert_nested(pointer: Ints, owners: int, owned: int) -> None:
    assert len(pointer) == owners + 1
    assert pointer[0] == 0
    assert pointer[-1] == owned
    assert (np.diff(pointer) >= 0).all()


def assert_sparse(terms: Terms, owners: int, program: Program) -> None:
    assert_nested(terms.pointer, owners, len(terms.row))
    assert len(terms.row) == len(terms.coefficient)
    assert ((terms.row >= 0) & (terms.row < program.rows)).all()
    assert (terms.coefficient != 0).all()
    assert [terms.row.dtype.name, terms.coefficient.dtype.name] == ["int32", "int64"]


@given(compiled_scenarios)
def test_the_arrays_fit_together(compiled: Compiled) -> None:
    program = compiled.program
    assert_nested(program.start_pointer, program.groups, program.starts)
    assert_nested(program.slot_pointer, program.starts, program.slots)
    assert_nested(program.candidate_pointer, program.slots, program.candidates)
    assert_sparse(program.start_terms, program.starts, program)
    assert_sparse(program.candidate_terms, program.candidates, program)
    for of_start in (program.start_met, program.start_money):
        assert (len(of_start), of_start.dtype.name) == (program.starts, "int64")
    for of_candidate in (program.candidate_met, program.candidate_money):
        assert (len(of_candidate), of_candidate.dtype.name) == (program.candidates, "int64")


@given(compiled_scenarios)
def test_every_slot_has_a_candidate_and_nobody_twice(compiled: Compiled) -> None:
    program, person = compiled.program, compiled.table.person
    assert (np.diff(program.candidate_pointer) > 0).all()
    slots_and_people = set(zip(program.candidate_slot.tolist(), person.tolist(), strict=True))
    assert len(slots_and_people) == program.candidates


@given(compiled_scenarios)
def test_hinges_are_sorted_convex_and_hard_or_priced(compiled: Compiled) -> None:
    program, hinges = compiled.program, compiled.program.hinges
    assert (np.diff(hinges.row) >= 0).all()
    assert ((hinges.row >= 0) & (hinges.row < program.rows)).all()
    assert set(hinges.side.tolist()) <= {ABOVE, BELOW}
    assert (hinges.price >= 0).all()
    assert (hinges.price[hinges.hard] == 0).all()


@given(compiled_scenarios)
def test_doing_nothing_is_always_feasible(compiled: Compiled) -> None:
    program = compiled.program
    score = program.score(program.nothing())
    assert (score.met, score.excess) == (program.met_constant, 0)
    assert score.met <= 0
    assert program.is_complete(program.nothing())


@given(compiled_scenarios)
def test_groups_are_the_projects_and_the_claims(compiled: Compiled) -> None:
    projects = [project.id for project in compiled.facts.projects]
    names = list(compiled.program.names.groups)
    assert names[: len(projects)] == projects
    assert all(name.startswith("claim/") for name in names[len(projects) :])
    assert len(names) == compiled.program.groups
    # A claim has one start, no slot, and is worth one met commitment and no money.
    program, first = compiled.program, int(compiled.program.start_pointer[len(projects)])
    assert (np.diff(program.start_pointer[len(projects) :]) == 1).all()
    assert (np.diff(program.slot_pointer[first:]) == 0).all()
    assert (program.start_met[first:] == 1).all()
    assert (program.start_money[first:] == 0).all()


@given(compiled_scenarios)
def test_every_row_is_named_after_its_rule(compiled: Compiled) -> None:
    rules = {rule.value for rule in RuleId}
    names = [compiled.program.names.row(row) for row in range(compiled.program.rows)]
    assert {name.partition("/")[0] for name in names} <= rules


@given(compiled_scenarios)
def test_no_two_rows_bear_one_name(compiled: Compiled) -> None:
    names = [compiled.program.names.row(row) for row in range(compiled.program.rows)]
    assert len(set(names)) == len(names)


@given(compiled_scenarios, st.randoms(use_true_random=False))
def test_a_selection_survives_the_way_to_an_answer_and_back(compiled: Compiled, dice: Random) -> None:
    selection = random_selection(compiled, dice)
    choices = compiled.choices(selection)
    assert compiled.program.is_complete(selection)
    assert len(choices) == len(selection.starts)
    assert equal(compiled.selection(choices), selection)
    backwards = dict(reversed(list(choices.items())))
    assert equal(compiled.selection(backwards), selection)
    assert compiled.choices(compiled.selection(choices)) == choices


@given(compiled_scenarios)
def test_claims_are_no_part_of_an_answer(compiled: Compiled) -> None:
    claims = compiled.program.start_pointer[len(compiled.facts.projects) : -1]
    assert compiled.choices(Selection(claims, np.zeros(0, np.int64))) == {}


@given(compiled_scenarios)
def test_the_size_report_says_how_large_it_is(compiled: Compiled) -> None:
    size, program, question = compiled.program.size(), compiled.program, compiled.facts.scenario
    claims = sum(name.startswith("claim/") for name in program.names.groups[len(question.projects) :])
    assert size.groups == len(question.projects) + claims
    assert (size.starts, size.slots) == (len(program.start_met), len(program.slot_start))
    assert (size.candidates, size.rows) == (len(program.candidate_met), len(program.row_base))
    assert size.non_zeros == program.start_terms.pointer[-1] + program.candidate_terms.pointer[-1]


@given(compiled_scenarios, st.randoms(use_true_random=False), st.integers(0, 3))
def test_the_limited_program_differs_by_the_row_of_commitments(compiled: Compiled, dice: Random, unmet: int) -> None:
    program = compiled.program
    limited = program.limited(RuleId.COMMITMENT, unmet)
    assert limited.names.row(program.rows) == "commitment"
    assert_sparse(limited.start_terms, program.starts, limited)
    assert_sparse(limited.candidate_terms, program.candidates, limited)
    selection = random_selection(compiled, dice)
    before, after = program.score(selection), limited.score(selection)
    assert (after.met, after.money) == (before.met, before.money)
    assert after.excess == before.excess + max(0, -before.met - unmet)
    assert limited.levels(selection).tolist() == [*program.levels(selection).tolist(), -before.met]


def test_what_the_program_does_not_offer_is_left_out_of_a_selection() -> None:
    question = scenario(
        projects=[
            candidate("P", needs={"project_manager": 0.5}, start={"preferred": "2027-01", "latest": "2027-02"}),
            in_flight("F"),
        ]
    )
    compiled = compile_scenario(question)
    led = {"project_manager": "east-pm"}
    assert compiled.choices(compiled.selection({"P": Choice(1, led), "F": Choice(0)})) == {
        "P": Choice(1, led),
        "F": Choice(0, {}),
    }
    for choice in (
        Choice(2, led),  # outside its window
        Choice(1, {"project_manager": "north-pm"}),  # not for sale
        Choice(1, {"project_manager": "east-sponsor"}),  # not a manager
        Choice(1, {"project_manager": "ghost"}),
        Choice(1, {}),
    ):
        kept = compiled.selection({"P": choice, "F": Choice(0), "ghost": Choice(0)})
        assert compiled.choices(kept) == {"F": Choice(0, {})}


def test_an_empty_scenario_compiles() -> None:
    program = compile_scenario(scenario(people=[], roles=None)).program
    assert (program.groups, program.starts, program.rows) == (0, 0, 0)
    assert program.score(program.nothing()) == (0, 0, 0)
