"""A project in flight that does not run on pays its stop cost."""

from models.choices import Choice
from optimizer.checker import Auditor
from tests.scenario_builder import candidate, in_flight, scenario


def test_every_project_in_flight_that_does_not_run_pays() -> None:
    # F costs 2.5 to stop, G 4 although it may not be stopped; a candidate has nothing to stop.
    auditor = Auditor(
        scenario(
            projects=[
                in_flight("F", stop_cost=2.5),
                in_flight("G", stop_cost=4, stoppable=False),
                candidate("P", stop_cost=100),
            ]
        )
    )
    assert auditor.score({}).terms.stop_cost == -6_500_000
    assert auditor.score({"F": Choice(0)}).terms.stop_cost == -4_000_000
    assert auditor.score({"F": Choice(0), "G": Choice(0)}).terms.stop_cost == 0
