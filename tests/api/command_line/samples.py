"""Small scenarios as files, and a plan of one of them, made once by the real command."""

from functools import cache
from pathlib import Path
from typing import Any

from models.canonical import readable_json
from tests.api.command_line.running import Ran, hilltop
from tests.scenario_builder import MARKET, Part, candidate, document, in_flight

QUICK = ("--workers", "1")
SAME = ("--profile", "reproducible")
"""Gives the same plan each time, prices included, as the plan of the small scenario was made."""


def small(**parts: Any) -> Part:
    """Four projects for two units; all can run but one, since P-004 excludes P-001 and is worth less."""
    projects = [
        candidate("P-001", needs={"project_manager": 0.5}, value={"amount": 100}, name="Alpha"),
        candidate("P-002", "north", needs={"project_manager": 0.4}, value={"amount": 50}, name="北方"),
        candidate("P-004", needs={"project_manager": 0.1}, value={"amount": 20}, excludes=["P-001"]),
        in_flight("F-001", needs={"sponsor": 0.2}, incumbents={"sponsor": "east-sponsor"}, value={"amount": 30}),
    ]
    return document(**{"name": "small year", "projects": projects, "market": MARKET, **parts})


def impossible() -> Part:
    """Two mandated projects of which each excludes the other: every plan leaves a commitment unmet."""
    return small(
        projects=[
            candidate("P-101", value={"amount": 5}, mandated=True, excludes=["P-102"]),
            candidate("P-102", value={"amount": 90}, mandated=True),
        ]
    )


def written(path: Path, content: Part) -> Path:
    """The path, a document now in it."""
    path.write_text(readable_json(content), "utf-8")
    return path


@cache
def _solved() -> tuple[Ran, str]:
    ran = hilltop("solve", "-", "--json", *SAME, given=readable_json(small()).encode())
    return ran, ran.out


def plan_text() -> str:
    """The plan of the small scenario, as `solve --json` gives it."""
    ran, text = _solved()
    assert ran.code == 0, ran.err
    return text


def files(folder: Path) -> tuple[Path, Path]:
    """The small scenario and its plan, as files in a folder."""
    plan = folder / "plan.json"
    plan.write_text(plan_text(), "utf-8")
    return written(folder / "year.json", small()), plan
