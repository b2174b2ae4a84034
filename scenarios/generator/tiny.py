"""Random tiny scenarios, small enough to try every plan, in which every rule of the contract moves the optimum.

`tiny(seed)` mixes some ingredients into a company of a few people; `tiny(seed, focus)` promises that one of them is
there, added last so that nothing covers it. `small(seed)` has 6 to 12 projects, for comparison with another solver
where trying every plan would take too long.
"""

from math import prod
from random import Random

from models.horizon import Horizon
from scenarios.generator.draft import Draft, Part
from scenarios.generator.ingredients import REGISTER, Ingredient

INGREDIENTS: dict[str, Ingredient] = dict(sorted(REGISTER.items()))
"""By name, in alphabetical order."""

MAX_COMBINATIONS = 3_000
MAX_PROJECTS = 6
MAX_PEOPLE = 6
SMALL_PROJECTS = (6, 12)
SMALL_PEOPLE = 14


def combinations(document: Part) -> int:
    """How many combinations of decision, start and people there are, people counting wherever they have the role."""
    horizon = Horizon.model_validate(document["horizon"])
    tiers = document["policy"].get("tiers", {})
    holders: dict[str, int] = {}
    for person in document["people"]:
        for role in person["roles"]:
            holders[role] = holders.get(role, 0) + 1
    total = 1
    for stated in document["projects"]:
        project = {**tiers.get(stated.get("tier"), {}), **stated}
        starts = 1
        if project.get("status") != "in_flight":
            window = {end: horizon.index(label) for end, label in project["start"].items()}
            first = max(0, window.get("earliest", window["preferred"]))
            last = min(horizon.periods - 1, window.get("latest", window["preferred"]))
            starts = max(0, last - first + 1)
        total *= 1 + starts * prod(max(1, holders.get(need["role"], 0)) for need in project["staffing"])
    return total


def _mixed(rng: Random, name: str, projects: int, additions: int, focus: str | None) -> Part:
    names = [other for other in INGREDIENTS if other != focus]
    draft = Draft(rng, projects)
    for other in rng.sample(names, k=additions):
        INGREDIENTS[other](draft)
    if focus is not None:
        INGREDIENTS[focus](draft)
    return draft.document(name)


def tiny(seed: int, focus: str | None = None) -> Part:
    """A scenario document of up to 6 projects with at most 3,000 combinations of starts and people.

    The same arguments give the same document everywhere. Raises KeyError when no ingredient is named `focus`.
    """
    if focus is not None and focus not in INGREDIENTS:
        raise KeyError(focus)
    name = f"tiny-{seed}" if focus is None else f"tiny-{focus}-{seed}"
    rng = Random(name)
    for attempt in range(200):
        most = max(0, (4 if focus is None else 2) - attempt // 20)  # simpler and simpler until it is small enough
        additions = rng.randint(most and 1, most) + (focus is None)
        document = _mixed(rng, name, rng.randint(0, 1 if attempt < 40 else 0), additions, focus)
        few = 2 <= len(document.get("projects", ())) <= MAX_PROJECTS and len(document["people"]) <= MAX_PEOPLE
        if few and combinations(document) <= MAX_COMBINATIONS:
            return document
    raise RuntimeError(f"{name} does not become small")


def small(seed: int) -> Part:
    """A scenario document of 6 to 12 projects and up to 14 people, mixed from many ingredients."""
    name = f"small-{seed}"
    rng = Random(name)
    least, most = SMALL_PROJECTS
    while True:
        document = _mixed(rng, name, rng.randint(2, 4), rng.randint(3, 7), None)
        if least <= len(document.get("projects", ())) <= most and len(document["people"]) <= SMALL_PEOPLE:
            return document
