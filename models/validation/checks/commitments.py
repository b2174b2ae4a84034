"""Commitments that cannot all be met: through what projects require, and what excludes what.

All of it is computable: the plan leaves some commitments unmet and says so. These are warnings beforehand.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from models.findings import Finding
from models.validation.checks.targets import can_run
from models.validation.places import Path, address, removing
from models.validation.report import found
from models.validation.subject import PlacedProject, Subject

_MOST_STEPS = 2_000_000
"""Edges followed in all when looking for projects that can never run; beyond it the rest is left to the solve."""


class Ties:
    """What projects require and exclude, by id, each with the place that says so."""

    def __init__(self, subject: Subject) -> None:
        self.requires: dict[str, dict[str, Path]] = {}
        self.required_by: dict[str, list[str]] = {}
        self.excludes: dict[tuple[str, str], Path] = {}
        for project in subject.projects:
            name = project.own.id
            if subject.project_by_id[name] is not project:
                continue
            for path, other in _named(subject, project, "requires"):
                if other in subject.project_by_id and other != name:
                    if other not in self.requires.setdefault(name, {}):
                        self.required_by.setdefault(other, []).append(name)
                    self.requires[name].setdefault(other, path)
            for path, other in _named(subject, project, "excludes"):
                if other in subject.project_by_id and other != name:
                    pair = (name, other) if name < other else (other, name)
                    self.excludes.setdefault(pair, path)


def _named(subject: Subject, project: PlacedProject, field: str) -> Iterator[tuple[Path, str]]:
    return subject.placed((*subject.field_path(project, field), field), getattr(project.filled, field))


def ties_to_oneself(subject: Subject) -> Iterator[Finding]:
    """Projects that require or exclude themselves."""
    for project in subject.projects:
        for field, code in (("requires", "requires_itself"), ("excludes", "excludes_itself")):
            for path, other in _named(subject, project, field):
                if other == project.own.id:
                    yield found(code, path, removing(path), project=other)


def _must_run(subject: Subject) -> dict[str, Path]:
    """The projects that a commitment wants to run, each with the place that says so."""
    wanted: dict[str, Path] = {}
    for project in subject.projects:
        if project.filled.mandated:
            wanted.setdefault(project.own.id, (*subject.field_path(project, "mandated"), "mandated"))
        elif project.in_flight and not project.filled.stoppable:
            wanted.setdefault(project.own.id, project.path)
    for path, pin in subject.placed(("pins",), subject.scenario.pins):
        if pin.decision in ("initiate", "continue"):
            wanted.setdefault(pin.project, path)
    return {name: path for name, path in wanted.items() if name in subject.project_by_id}


def _must_not_run(subject: Subject) -> dict[str, Path]:
    return {
        pin.project: path
        for path, pin in subject.placed(("pins",), subject.scenario.pins)
        if pin.decision in ("drop", "stop") and pin.project in subject.project_by_id
    }


def _with_required(ties: Ties, wanted: Iterable[str]) -> dict[str, str]:
    """These projects and all they require, each with the one of these that first asks for it."""
    reason = {name: name for name in wanted}
    queue = deque(reason)
    while queue:
        name = queue.popleft()
        for other in ties.requires.get(name, ()):
            if other not in reason:
                reason[other] = reason[name]
                queue.append(other)
    return reason


def clashes(subject: Subject) -> Iterator[Finding]:
    """Projects that must run, themselves or through what they require, against what keeps them from it."""
    ties, wanted, unwanted = Ties(subject), _must_run(subject), _must_not_run(subject)
    reason = _with_required(ties, wanted)
    for name, origin in reason.items():
        project = subject.project_by_id[name]
        if name in unwanted:
            if name == origin and wanted[origin][0] == "pins":
                continue  # two pins that contradict each other: see `pins.agreements`
            yield found(
                "commitment_pinned_out",
                wanted[origin],
                project=origin,
                other=name,
                pin=address(unwanted[name]),
            )
        elif not can_run(subject, project):
            yield found("commitment_cannot_start", wanted[origin], project=origin, other=name)
    for (one, two), path in ties.excludes.items():
        if one in reason and two in reason:
            yield found(
                "commitments_clash",
                path,
                project=reason[one],
                other=reason[two],
                one=one,
                two=two,
            )


def never_running(subject: Subject) -> Iterator[Finding]:
    """Projects that can never run: they require two that exclude each other, or one that a pin drops.

    Those that a commitment wants to run are left to `clashes`.
    """
    ties = Ties(subject)
    told = set(_with_required(ties, _must_run(subject)))
    steps = _MOST_STEPS
    for one, two in ties.excludes:
        above_one, steps = _requiring(ties, one, steps)
        above_two, steps = _requiring(ties, two, steps)
        for name in sorted(above_one & above_two - told):
            told.add(name)
            place = (*subject.project_by_id[name].path, "requires")
            yield found("requires_clash", place, project=name, one=one, two=two)
        if steps <= 0:
            return
    for out, path in _must_not_run(subject).items():
        above, steps = _requiring(ties, out, steps)
        for name in sorted(above - told - {out}):
            told.add(name)
            place = (*subject.project_by_id[name].path, "requires")
            yield found("requires_dropped", place, project=name, other=out, pin=address(path))
        if steps <= 0:
            return


def _requiring(ties: Ties, name: str, steps: int) -> tuple[set[str], int]:
    """The project and all that require it, directly or not; and the steps left."""
    above, queue = {name}, [name]
    while queue and steps > 0:
        for other in ties.required_by.get(queue.pop(), ()):
            steps -= 1
            if other not in above:
                above.add(other)
                queue.append(other)
    return above, steps - 1


def circles(subject: Subject) -> Iterator[Finding]:
    """Circles of `requires`: all of them run, or none."""
    ties = Ties(subject)
    for members in _strong_components(ties.requires):
        if len(members) > 1:
            first = min(members, key=lambda name: subject.project_by_id[name].path)
            place = (*subject.project_by_id[first].path, "requires")
            yield found("requires_circle", place, project=first, projects=len(members))


def _strong_components(edges: dict[str, dict[str, Path]]) -> Iterator[list[str]]:
    """Tarjan 1972, without recursion."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in edges:
        if root in order:
            continue
        work: list[tuple[str, Iterator[str]]] = [_enter(root, edges, order, low, stack, on_stack)]
        while work:
            name, following = work[-1]
            for other in following:
                if other not in order:
                    work.append(_enter(other, edges, order, low, stack, on_stack))
                    break
                if other in on_stack:
                    low[name] = min(low[name], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[name])
                if low[name] == order[name]:
                    cut = _last_index(stack, name)
                    members = stack[cut:]
                    del stack[cut:]
                    on_stack.difference_update(members)
                    yield members


def _last_index(stack: list[str], name: str) -> int:
    return next(place for place in range(len(stack) - 1, -1, -1) if stack[place] == name)


def _enter(
    name: str,
    edges: dict[str, dict[str, Path]],
    order: dict[str, int],
    low: dict[str, int],
    stack: list[str],
    on_stack: set[str],
) -> tuple[str, Iterator[str]]:
    order[name] = low[name] = len(order)
    stack.append(name)
    on_stack.add(name)
    following: Iterable[str] = edges.get(name, ())
    return name, iter(following)
