"""What a solve must leave behind, whatever befell it."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from api.command_line.messages import text
from tests.faults.kinds import Fault
from tests.faults.solving import Outcome, solve

PLAN = "plan.json"
OLD = "what stood there before\n"
EXITS = {"deadline_before_compiled": 4, "solver_fault": 5, "resource_exhausted": 5, "interrupted": 130}
"""The exit codes that the README documents, by error."""

_ANNOUNCED = re.compile(r"objective (-?[\d,]+\.\d\d), .* unmet (\d+)$")
_ROUNDED = Decimal("0.005")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one run came to. `found` says whether a plan had been announced when the fault struck."""

    planted: bool
    found: bool
    plan_kept: bool
    clear_error: bool
    orphans: int
    half_files: int
    seconds: float
    complaints: tuple[str, ...]


def trial(fault: Fault, scenario: Path, limit: float, *, as_json: bool = False, over: bool = False) -> Verdict:
    """One run in a folder of its own. `as_json`: with --json; `over`: there is an older file in the plan's place."""
    with TemporaryDirectory() as work:
        folder, said = Path(work, "folder"), Path(work, "said")
        folder.mkdir()
        if over:
            (folder / PLAN).write_text(OLD)
        options = ["--out", PLAN, "--workers", "2", "--lang", "en", *(["--json"] if as_json else [])]
        outcome = solve(fault, [str(scenario), *options], limit, folder, said)
        return _judged(fault, outcome, scenario, folder, as_json, OLD if over else None)


def _judged(fault: Fault, outcome: Outcome, scenario: Path, folder: Path, as_json: bool, before: str | None) -> Verdict:
    plan = folder / PLAN
    announced = [found for line in outcome.lines_before if (found := _announced(line))]
    litter = sorted(path.name for path in folder.iterdir() if path != plan)
    kept = failed = False
    # On a busy machine the limit may end before what the fault waits for.
    complaints = [] if outcome.planted or outcome.code == 4 else ["the command ended before the fault struck"]
    if outcome.code in (0, 3):
        complaints += _plan_faults(outcome, scenario, plan, max(announced, default=None), fault, as_json)
        kept = not complaints
    else:
        complaints += _error_faults(outcome, fault, as_json)
        failed = not complaints
        if announced:
            complaints.append(f"a plan had been found and was lost: {outcome.lines_before[-1]}")
        if (plan.read_text() if plan.exists() else None) != before:
            litter.append(PLAN)
    if outcome.orphans:
        complaints.append(f"processes live on: {outcome.orphans}")
    if litter:
        complaints.append(f"files left: {litter}")
    return Verdict(
        outcome.planted,
        bool(announced),
        kept,
        failed,
        len(outcome.orphans),
        len(litter),
        outcome.seconds,
        tuple(complaints),
    )


def _announced(line: str) -> tuple[int, Decimal] | None:
    """How good the plan of a progress line is: few unmet first, then money."""
    found = _ANNOUNCED.search(line)
    return found and (-int(found[2]), Decimal(found[1].replace(",", "")))


def _plan_faults(
    outcome: Outcome, scenario: Path, path: Path, announced: tuple[int, Decimal] | None, fault: Fault, as_json: bool
) -> list[str]:
    """What is wrong with a run that says it has a plan."""
    try:
        content = path.read_text("utf-8")
        plan = json.loads(content, parse_float=Decimal)
    except (OSError, ValueError) as broken:
        return [f"exit {outcome.code}, but the plan cannot be read: {broken}"]
    faults = []
    unmet, money = plan["evidence"]["unmet"]["count"], plan["evidence"]["objective"]
    if (outcome.code == 3) != (plan["outcome"] == "commitments_unmet"):
        faults.append(f"exit {outcome.code} with the outcome {plan['outcome']}")
    if announced is not None and (-unmet, money + _ROUNDED) < announced:
        faults.append(f"{announced} had been announced, the plan has unmet {unmet}, objective {money}")
    checked = subprocess.run(
        [Path(sys.executable).with_name("hilltop"), "check", scenario, path],
        capture_output=True,
        text=True,
        check=False,
    )
    if checked.returncode != 0:
        faults.append(f"check exits with {checked.returncode}: {checked.stdout[-200:]} {checked.stderr[-200:]}")
    if as_json:
        if outcome.said != content:
            faults.append("standard output is not the plan")
    elif outcome.planted and not any(text(f"stopped.{reason}", "en") in outcome.said for reason in fault.reasons):
        ended = [line for line in outcome.said.splitlines() if line.startswith("The search ended")]
        faults.append(f"the summary does not say what happened: {ended}")
    return faults


def _error_faults(outcome: Outcome, fault: Fault, as_json: bool) -> list[str]:
    """What is wrong with a run that says it has no plan."""
    if outcome.code is None:
        return ["the command did not end"]
    shown = f"exit {outcome.code}: {outcome.said[-300:]} {outcome.lines[-3:]}"
    said = _code_in_json(outcome) if as_json else ""
    if not said:  # interrupted while it was loading, a command has not read its options yet
        said = _code_in_lines(outcome)
    if said not in (fault.errors if outcome.planted else {"deadline_before_compiled"}):
        return [f"no clear error, or not the one expected; {shown}"]
    if outcome.code != EXITS[said]:
        return [f"the exit code is not the documented one; {shown}"]
    if any("Traceback" in line for line in outcome.lines):
        return [f"a traceback is shown; {shown}"]
    return []


def _code_in_json(outcome: Outcome) -> str:
    try:
        document: Any = json.loads(outcome.said)
        return str(document["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return ""


def _code_in_lines(outcome: Outcome) -> str:
    found = [match[1] for line in outcome.lines if (match := re.match(r"Error \[(\w+)\]: \S", line))]
    return found[0] if len(found) == 1 else ""
