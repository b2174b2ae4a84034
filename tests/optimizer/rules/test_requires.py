"""What a running project requires runs too."""

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, scenario

BROKEN = {"requires"}
WINDOW = {"preferred": "2027-01", "latest": "2027-03"}


def asked_first() -> Scenario:
    """P requires Q and F; F is in flight."""
    return scenario(
        projects=[
            candidate("P", requires=["Q", "F", "Q"], start=WINDOW),
            candidate("Q", start=WINDOW),
            in_flight("F"),
        ]
    )


@pytest.mark.parametrize(
    ("choices", "broken"),
    [
        ({}, set()),
        ({"P": Choice(0), "Q": Choice(0), "F": Choice(0)}, set()),
        ({"P": Choice(0), "Q": Choice(2), "F": Choice(0)}, set()),  # at whatever time
        ({"P": Choice(2), "Q": Choice(0), "F": Choice(0)}, set()),
        ({"P": Choice(0), "F": Choice(0)}, BROKEN),
        ({"P": Choice(0), "Q": Choice(0)}, BROKEN),  # a stopped project does not count
        ({"Q": Choice(0), "F": Choice(0)}, set()),
    ],
)
def test_a_project_runs_only_with_all_that_it_requires(choices: Choices, broken: set[str]) -> None:
    assert judged(asked_first(), choices).broken == broken


def test_a_circle_means_all_or_none() -> None:
    question = scenario(projects=[candidate(one, requires=[other]) for one, other in ("PQ", "QR", "RP")])
    for running in range(8):
        chosen = {project: Choice(0) for place, project in enumerate("PQR") if running >> place & 1}
        assert judged(question, chosen).broken == (set() if running in (0, 7) else BROKEN)


def test_a_project_that_requires_itself_may_run() -> None:
    question = scenario(projects=[candidate("P", requires=["P"])])
    assert judged(question, {"P": Choice(0)}).broken == set()


def test_what_cannot_run_keeps_back_what_requires_it() -> None:
    # Nobody is a cook: Q has no start, and P none that could be used.
    question = scenario(
        roles=[{"id": "project_manager"}, {"id": "sponsor"}, {"id": "cook"}],
        projects=[candidate("P", requires=["Q"]), candidate("Q", needs={"cook": 1})],
    )
    assert judged(question, {"P": Choice(0)}).broken == BROKEN
