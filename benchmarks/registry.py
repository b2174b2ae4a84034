"""Every instance by name, family by family."""

import csv
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from benchmarks.families import gap, gap_contract, gap_recipes, mkp
from benchmarks.families.planted import planted_year
from benchmarks.families.planted_proof import proven_best
from benchmarks.families.years import year
from benchmarks.instance import Best, Document, Instance, Missing, Scale
from models.quantities import MICRO_SCALE

PUBLIC = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Instances that others published, beside the checkout; families that need them are skipped where it is absent."""

_YEARS: tuple[tuple[int, int, Scale], ...] = (
    (30, 1, "tiny"),
    (120, 10, "usual"),
    (500, 3, "usual"),
    (5_000, 3, "usual"),
    (50_000, 3, "large"),
)
"""Projects, seeds, scale."""
_PLANTED: tuple[tuple[int, Scale], ...] = ((24, "tiny"), (240, "usual"), (1_200, "usual"), (5_960, "large"))
"""Projects; each stands for 84 pairs of a start and a person."""
_RECIPES: tuple[tuple[int, int, Scale], ...] = (
    (3, 9, "tiny"),
    (20, 200, "usual"),
    (40, 400, "usual"),
    (80, 1_600, "large"),
)
_TOLD = ("c05100", "d05100")
"""Public instances that are told through the contract too."""


@cache
def instances() -> tuple[Instance, ...]:
    """All of them, in the order of the table."""
    return (*_years(), *_planted(), *_public_gap(), *_recipes(), *_mkp(), *_contract())


FAMILIES = ("years", "planted", "gap", "gap-recipes", "mkp", "gap-contract")


def _years() -> Iterator[Instance]:
    for projects, seeds, scale in _YEARS:
        for seed in range(1, seeds + 1):
            name = f"year-{projects}-s{seed}"
            yield Instance(name, "years", partial(year, projects, seed), seed, scale)


def _planted() -> Iterator[Instance]:
    for projects, scale in _PLANTED:
        yield Instance(
            f"planted-{projects}",
            "planted",
            partial(_planted_document, projects),
            scale=scale,
            best=partial(_planted_best, projects),
        )


def _planted_document(projects: int) -> Document:
    return planted_year(projects, 1).document


def _planted_best(projects: int) -> Best:
    return proven_best(planted_year(projects, 1))


def _public_gap() -> Iterator[Instance]:
    for kind in "abcd":
        for agents, jobs in ((5, 100), (5, 200), (10, 100), (10, 200), (20, 100), (20, 200)):
            name = f"{kind}{agents:02d}{jobs}"
            if (kind, agents) < ("c", 20) or name in ("d05100", "d05200", "d10100"):
                yield _public("gap", name, Path("gap/chu") / name, gap.read, -1)
    for number in range(1, 13):
        for turn in range(5):
            yield _public("gap", f"gap{number}-{turn}", Path("gap") / f"gap{number}-{turn}", gap.read, -1)


def _mkp() -> Iterator[Instance]:
    yield Instance("mkp-15x3", "mkp", lambda: mkp.made_up(15, 3, 1), scale="tiny")
    for knapsacks in (5, 10, 30):
        for tightness in ("0.25", "0.50", "0.75"):
            for turn in (1, 2, 3):
                folder = f"OR{knapsacks}x100"
                name = f"{folder}-{tightness}_{turn}"
                yield _public("mkp", name, Path("mkp") / folder / f"{name}.dat", mkp.read, 1)


def _recipes() -> Iterator[Instance]:
    for kind, recipe in (("d", gap_recipes.type_d), ("e", gap_recipes.type_e)):
        for agents, jobs, scale in _RECIPES:
            name = f"gap-{kind}-{agents}x{jobs}"
            yield Instance(name, "gap-recipes", partial(recipe, agents, jobs, 1), scale=scale)


def _contract() -> Iterator[Instance]:
    name = "told-gap-d-3x9"
    yield Instance(
        name,
        "gap-contract",
        lambda: gap_contract.scenario(gap_recipes.type_d(3, 9, 1), name),
        scale="tiny",
    )
    for public in _public_gap():
        if public.name in _TOLD:
            told = f"told-{public.name}"
            yield Instance(told, "gap-contract", partial(_told, public, told), best=public.best)


def _told(public: Instance, name: str) -> Document:
    return gap_contract.scenario(public.make(), name)


def _public(family: str, name: str, path: Path, read: Callable[[Path], Document], sign: int) -> Instance:
    def make() -> Document:
        file = PUBLIC / path
        if not file.is_file():
            raise Missing(f"{name}: there is no ../shared/data/{path.as_posix()}")
        return read(file)

    return Instance(name, family, make, best=lambda: _published(family, name, sign))


@cache
def _published(family: str, name: str, sign: int) -> Best | None:
    file = PUBLIC / "best_known.csv"
    if not file.is_file():
        return None
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if (row["family"], row["instance"]) == (family, name) and row["proven"] == "True":
                return Best(0, sign * int(row["best"]) * MICRO_SCALE, "published")
    return None
