"""The stages, each for a process of its own: what it takes from a folder, what it leaves there, what it measures.

Only the work of the stage itself is timed; the peak of memory is that of the whole process, what it reads included.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from models.canonical import readable_json
from models.findings import errors_in
from models.plan import Plan, Versions
from models.scenario import Scenario
from optimizer.checker import check
from optimizer.compile import Compiled, compile_scenario
from optimizer.dress.dress import dressed
from optimizer.engines.construct import construct
from scenarios.files import read_document, read_scenario
from scenarios.generator import GeneratorSettings, generate

_KILOBYTES_IN_GIGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Measured:
    """What a stage took, by the clock and of processors, and what there is to say of its outcome."""

    seconds: float
    processor_seconds: float
    gigabytes: float
    facts: dict[str, float] = field(default_factory=dict)


Stage = Callable[[Path, int], Measured]


class _Clock:
    """Running since it was made."""

    def __init__(self) -> None:
        self._began, self._worked = time.monotonic(), time.process_time()

    def measured(self, **facts: float) -> Measured:
        """To be called when the work is done: the time it took, and the peak of memory so far."""
        seconds, worked = time.monotonic() - self._began, time.process_time() - self._worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTES_IN_GIGABYTE
        return Measured(seconds, worked, peak, facts)


def _scenario_file(folder: Path) -> Path:
    return folder / "scenario.json"


def _plan_file(folder: Path) -> Path:
    return folder / "plan.json"


def _scenario(folder: Path) -> Scenario:
    scenario = read_scenario(_scenario_file(folder)).scenario
    if scenario is None:
        raise ValueError("the made-up scenario has errors")
    return scenario


def _generate(_folder: Path, projects: int) -> Measured:
    clock = _Clock()
    document = generate(GeneratorSettings(projects=projects))
    return clock.measured(projects=len(document["projects"]), people=len(document["people"]))


def _write(folder: Path, projects: int) -> Measured:
    document = generate(GeneratorSettings(projects=projects))
    clock = _Clock()
    text = readable_json(document).encode()
    _scenario_file(folder).write_bytes(text)
    return clock.measured(megabytes=len(text) / 2**20)


def _read(folder: Path, _projects: int) -> Measured:
    clock = _Clock()
    result = read_scenario(_scenario_file(folder))
    return clock.measured(errors=len(errors_in(result.findings)), findings=len(result.findings))


def _compile(folder: Path, _projects: int) -> Measured:
    scenario = _scenario(folder)
    clock = _Clock()
    compiled = compile_scenario(scenario)
    size = compiled.program.size()
    measured = clock.measured(candidates=size.candidates, rows=size.rows, non_zeros=size.non_zeros)
    measured.facts.update(averages(compiled))
    return measured


def averages(compiled: Compiled) -> dict[str, float]:
    """Starts of a candidate project, and people offered for each of its roles at a start, on average."""
    facts, table = compiled.facts, compiled.table
    waiting = np.array([project.status == "candidate" for project in facts.projects], bool)
    found = {"starts": float(np.diff(table.start_pointer)[waiting].mean())}
    counted = waiting[table.start_project[table.slot_start]]
    role_of_need = np.zeros(len(table.needs.project), np.int64)
    role_of_need[table.candidate_need] = table.role
    role, people = role_of_need[table.slot_need], np.diff(table.candidate_pointer)
    for name, index in facts.role_index.items():
        found[name] = float(people[counted & (role == index)].mean())
    return found


def _plan(folder: Path, _projects: int) -> Measured:
    scenario = _scenario(folder)
    compiled = compile_scenario(scenario)
    clock = _Clock()
    choices = compiled.choices(construct(compiled.program))
    plan = dressed(scenario, choices, Versions(engine="construct", solver="none", seed=1))
    plan = plan.replace(evidence=plan.evidence.replace(plan_checked=True))
    measured = clock.measured(running=len(choices), unmet=len(plan.unmet))
    _plan_file(folder).write_text(readable_json(plan.model_dump(by_alias=True)), "utf-8")
    return measured


def _check(folder: Path, _projects: int) -> Measured:
    scenario = _scenario(folder)
    plan = Plan.model_validate(read_document(_plan_file(folder))[0])
    clock = _Clock()
    verdict = check(scenario, plan)
    return clock.measured(violations=len(verdict.violations))


STAGES: dict[str, Stage] = {
    "generate": _generate,
    "write": _write,
    "read and validate": _read,
    "compile": _compile,
    "construct and dress": _plan,
    "check": _check,
}
"""In order: each finds what the ones before it left in the folder."""
