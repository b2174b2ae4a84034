"""Compiles a scenario into the program: the rules, one after another."""

from dataclasses import dataclass, replace

import numpy as np

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.draft import Draft, Table
from optimizer.facts import Facts, read_facts
from optimizer.program import NO_ZONE, Ints, Program, Selection
from optimizer.rules import RULES


@dataclass(frozen=True)
class Compiled:
    """A program, and what its starts and candidates stand for."""

    program: Program
    facts: Facts
    table: Table

    def choices(self, selection: Selection) -> Choices:
        """The bare answer that a selection stands for. Claims are no projects and fall away."""
        facts, table, program = self.facts, self.table, self.program
        people: dict[int, dict[str, str]] = {}
        for candidate in selection.candidates.tolist():
            need = int(table.slot_need[program.candidate_slot[candidate]])
            role = facts.projects[table.needs.project[need]].staffing[table.needs.place[need]].role
            start = int(program.slot_start[program.candidate_slot[candidate]])
            people.setdefault(start, {})[role] = facts.people[table.person[candidate]].id
        return {
            facts.projects[table.start_project[start]].id: Choice(int(table.start_period[start]), people.get(start, {}))
            for start in selection.starts.tolist()
            if start < len(table.start_project)
        }

    def selection(self, choices: Choices) -> Selection:
        """What can be had of an answer: projects whose start or people the program does not offer are left out.

        Claims are left out too; an engine makes those that hold.
        """
        starts, candidates = [], []
        for project, choice in choices.items():
            found = self._start(project, choice)
            if found is not None:
                starts.append(found[0])
                candidates.extend(found[1])
        return Selection(np.array(sorted(starts), np.int64), np.array(sorted(candidates), np.int64))

    def _start(self, project: str, choice: Choice) -> tuple[int, list[int]] | None:
        facts, table, program = self.facts, self.table, self.program
        place = facts.project_index.get(project)
        if place is None:
            return None
        starts = np.arange(*table.start_pointer[place : place + 2])
        starts = starts[table.start_period[starts] == choice.start]
        if not len(starts):
            return None
        candidates = []
        for slot in range(*program.slot_pointer[starts[0] : starts[0] + 2].tolist()):
            need = int(table.slot_need[slot])
            person = choice.people.get(facts.projects[place].staffing[table.needs.place[need]].role)
            offered = np.arange(*program.candidate_pointer[slot : slot + 2])
            offered = offered[table.person[offered] == facts.person_index.get(person or "", -1)]
            if not len(offered):
                return None
            candidates.append(int(offered[0]))
        return int(starts[0]), candidates


def compile_scenario(scenario: Scenario) -> Compiled:
    """The program of a scenario without errors."""
    draft = Draft(read_facts(scenario))
    for rule in RULES:
        rule.apply(draft)
    facts, table = draft.facts, draft.table
    program = draft.builder.program([project.id for project in facts.projects])
    return Compiled(replace(program, group_zone=_zones(facts, program.groups)), facts, table)


def _zones(facts: Facts, groups: int) -> Ints:
    """The zone of each group [groups]: the unit of the project, units in the order of their tree. Claims have none."""
    zones = np.full(groups, NO_ZONE)
    place = {unit: number for number, unit in enumerate(facts.organisation.in_tree_order)}
    index = facts.organisation.index
    zones[: len(facts.projects)] = [place[index[project.unit]] for project in facts.projects]
    return zones
