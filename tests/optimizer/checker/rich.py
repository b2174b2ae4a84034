"""One scenario and plan with at least one row in every table, for tests of the statement as a whole."""

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

PM = "project_manager"

RICH: Scenario = scenario(
    units=[
        UNITS[0],
        {**UNITS[1], "purchase_budget": {"2027-01": 20, "2027-02": 30}},
        {**UNITS[2], "purchase_budget": 0.5},
    ],
    people=[
        person("east-pm", max_projects=1, bookings=[{"from": "2027-01", "to": "2027-02", "effort": 0.3}]),
        person("east-sponsor", "east", "sponsor"),
        person("north-pm", "north"),
        person("north-sponsor", "north", "sponsor"),
    ],
    projects=[
        # East's manager is overbooked by what runs already, and holds two projects instead of one.
        in_flight("F", needs={PM: 0.6}, incumbents={PM: "east-pm"}, duration=2, value={"amount": 30}, reach="long"),
        in_flight("G", needs={PM: 0.4}, incumbents={PM: "east-pm"}, stop_cost=1),
        # North's budget and east's cap are exceeded by a sponsor bought long ago: 0.2 x 20 x 1.1 = 4.40.
        in_flight("H", "north", needs={"sponsor": 0.2}, incumbents={"sponsor": "east-sponsor"}),
        candidate(
            "P",
            needs={PM: 0.5, "sponsor": 0.1},
            duration=2,
            start={"preferred": "2027-01", "latest": "2027-03"},
            value={"amount": 100, "margin_rate": 0.3, "win_probability": 0.5, "pursuit_cost": 2, "delay_loss": 0.1},
            goals=["new-region"],
            order_period="2027-02",
            reach="long",
        ),
        candidate("Q", "north", needs={PM: 0.2}, mandated=True),
    ],
    fit=[{"project": "P", "role": PM, "person": "north-pm", "value": 1.5}],
    market={**MARKET, "max_sold_share": 0.5},
    goals=[{"id": "new-region", "min_projects": 2, "shortfall_price": 5}],
    targets=[{"id": "east", "unit": "east", "amount": 100, "shortfall_price": 0.05}],
    policy={
        "hunger": [{"unit": "*", "role": PM, "low": 0.05, "high": 0.15, "price_overfed": 8, "price_starving": 4}],
        "utilisation": [{"unit": "*", "role": PM, "floor": 0.8, "price_idle": 3}],
        "balance": [{"attribute": "reach", "equals": "long", "measure": "effort", "max_share": 0.5, "price": 20}],
        "initiation": [{"unit": "*", "pursuit_budget": 10, "max_per_period": 2}],
    },
    baseline={"plan": {"decisions": [{"project": "P", "decision": "drop"}]}, "price_per_change": 2},
    pins=[{"project": "P", "role": "sponsor", "person": "north-sponsor"}, {"project": "P", "decision": "drop"}],
)

CHOSEN: Choices = {
    "F": Choice(0, {PM: "east-pm"}),
    "H": Choice(0, {"sponsor": "east-sponsor"}),
    "P": Choice(1, {PM: "north-pm", "sponsor": "east-sponsor"}),
}
"""G is stopped and the mandated Q dropped; P is deferred with a manager of north and a sponsor other than pinned."""
