"""The question of a solve: a scenario file, with what `--pin` and `--baseline` add to it."""

from dataclasses import dataclass
from typing import Any

import typer

from api.command_line.documents import FileRefused, UnknownPin, essential, pinned, read_plan, with_baseline
from api.command_line.findings_text import MOST_BESIDE_A_SOLVE, note_findings
from api.command_line.terminal import Terminal
from models.scenario import Scenario
from models.validation import validate
from scenarios.files import read_document


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: the scenario file, pins as they were typed, and the plan to stay close to."""

    source: str
    pins: tuple[str, ...] = ()
    baseline: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the scenario solved is another one than that of the file."""
        return bool(self.pins) or self.baseline is not None

    def read(self, terminal: Terminal) -> tuple[Scenario, dict[str, Any]]:
        """The scenario and its document, which is the one that its hash is of. Warnings are noted on the terminal.

        Raises FileRefused, and BadParameter for a pin that says nothing about the scenario.
        """
        document, findings = read_document(self.source)
        if findings:
            raise FileRefused(self.source, findings)
        if isinstance(document, dict):  # anything else is for validation to refuse
            if self.baseline is not None:
                document = with_baseline(document, read_plan(self.baseline))
            if self.pins:
                try:
                    document = pinned(document, self.pins)
                except UnknownPin as unknown:
                    raise typer.BadParameter(terminal.say(unknown.key, **unknown.params)) from None
        validation = validate(document)
        if validation.scenario is None:
            raise FileRefused(self.source, essential(validation.findings))
        if not terminal.as_json:
            note_findings(validation.findings, terminal, MOST_BESIDE_A_SOLVE)
        return validation.scenario, document
