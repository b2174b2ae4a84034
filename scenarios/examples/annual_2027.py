"""Writes annual-2027.json, the example year of Hengchuan: `python -m scenarios.examples.annual_2027`."""

from pathlib import Path

from models.canonical import readable_json
from scenarios.examples.annual_2027_company import (
    HORIZON,
    LEAD,
    MANAGER,
    MARKET,
    PEOPLE,
    ROLES,
    SPONSOR,
    UNITS,
    Part,
    exact,
)
from scenarios.examples.annual_2027_projects import PROJECTS

PATH = Path(__file__).with_name("annual-2027.json")

FIT: list[Part] = [
    {"project": "P-011", "role": MANAGER, "person": "E1001", "value": 12},
    {"project": "P-012", "role": MANAGER, "person": "E1002", "effort": 0.3, "value": 2.5},
    {"project": "P-024", "role": MANAGER, "person": "E1004", "value": 8},
    {"project": "P-025", "role": MANAGER, "person": "E1005", "eligible": True},
    {"project": "P-035", "role": MANAGER, "person": "E1008", "value": 10, "effort": [0.5, 0.5, 0.5, 0.6, 0.6, 0.6, 0.5, 0.4, 0.3, 0.2]},
    {"project": "P-045", "role": MANAGER, "person": "E1012", "value": 6},
    {"project": "P-053", "role": SPONSOR, "person": "E2006", "value": 5},
    {"project": "P-053", "role": MANAGER, "person": "E1001", "value": -4},
    {"project": "P-058", "role": MANAGER, "person": "E1006", "eligible": False},
    {"project": "P-046", "role": LEAD, "person": "E3004", "value": 1.5},
]  # fmt: skip

GOALS: list[Part] = [
    {"id": "G-west", "name": "西部突破 Breakthrough in the west", "kind": "new_region", "min_projects": 3,
     "min_expected_orders": 1200},
    {"id": "G-sea-bank", "name": "东南亚银行突破 Banks of Southeast Asia", "kind": "new_customer", "min_projects": 2,
     "min_expected_orders": 1400, "shortfall_price": 80, "orders_price": 0.04},
    {"id": "G-compute", "name": "算力产品突破 Breakthrough of compute", "kind": "new_product", "min_projects": 3,
     "min_expected_orders": 3600, "shortfall_price": 40, "orders_price": 0.03},
]  # fmt: skip

TARGETS: list[Part] = [
    {"id": "T-company", "amount": 22000, "shortfall_price": 0.01},
    {"id": "T-east-cloud-H1", "unit": "east", "product": "cloud", "from": "2027-01", "to": "2027-06", "amount": 650,
     "shortfall_price": 0.05},
    {"id": "T-east-cloud-H2", "unit": "east", "product": "cloud", "from": "2027-07", "to": "2027-12", "amount": 2600,
     "coverage": 1.1, "shortfall_price": 0.05},
    {"id": "T-north-H2", "unit": "north", "from": "2027-07", "to": "2027-12", "amount": 3400, "shortfall_price": 0.04},
    {"id": "T-north-2028", "unit": "north", "from": "2028-01", "amount": 2600, "coverage": 1.2, "shortfall_price": 0.03},
    {"id": "T-south-network", "unit": "south", "product": "network", "to": "2027-12", "amount": 2200,
     "shortfall_price": 0.05},
    {"id": "T-west", "unit": "west", "from": "2027-07", "to": "2028-06", "amount": 2600, "shortfall_price": 0.04},
    {"id": "T-sea-bank", "unit": "sea", "customer_group": "bank", "from": "2027-07", "to": "2028-06", "amount": 1500,
     "coverage": 1.2, "shortfall_price": 0.05},
    {"id": "T-bank", "customer_group": "bank", "from": "2027-01", "to": "2027-12", "amount": 3600,
     "shortfall_price": 0.03},
]  # fmt: skip

POLICY: Part = {
    "load_cap": 1.1,
    "hours_per_fte": 165,
    "hunger": [
        {"unit": "*", "role": MANAGER, "measure": "unmet_demand", "low": 0.05, "high": 0.15, "price_overfed": 8,
         "price_starving": 4},
        {"unit": "west", "role": MANAGER, "measure": "unmet_demand", "low": 0, "high": 0.25, "price_overfed": 4,
         "price_starving": 2},
        {"unit": "*", "role": SPONSOR, "measure": "unmet_demand", "low": 0, "high": 0.1, "price_overfed": 8,
         "price_starving": 6},
        {"unit": "north", "role": LEAD, "measure": "stretch_load", "low": 0, "high": 0.1, "price_overfed": 3,
         "price_starving": 5},
    ],
    "utilisation": [
        {"unit": "*", "role": MANAGER, "floor": 0.8, "price_idle": 3},
        {"unit": "*", "role": LEAD, "floor": 0.7, "price_idle": 2},
    ],
    "balance": [
        {"attribute": "reach", "equals": "long", "measure": "effort", "min_share": 0.25, "price": 4},
        {"attribute": "kind", "equals": "competitive", "measure": "pursuit_cost", "max_share": 0.2, "price": 1},
        {"attribute": "tags", "equals": "benchmark", "measure": "count", "min_share": 0.08, "price": 6},
        {"attribute": "product", "equals": "compute", "measure": "expected_orders", "min_share": 0.2,
         "max_share": 0.35, "price": 0.02},
        {"attribute": "mandated", "equals": True, "measure": "effort", "max_share": 0.2, "price": 3},
        {"attribute": "stop_cost", "equals": 0, "measure": "count", "min_share": 0.85, "price": 1},
    ],
    "initiation": [
        {"unit": "*", "pursuit_budget": 60, "max_per_period": 2},
        {"unit": "east", "pursuit_budget": 70, "max_per_period": 3},
        {"unit": "hq", "max_per_period": 6},
    ],
    "tiers": {
        "T1": {
            "kind": "regular",
            "reach": "medium",
            "staffing": [
                {"role": MANAGER, "effort": 0.5, "min_grade": 3},
                {"role": SPONSOR, "reviews_per_period": 2.17, "hours_per_review": 9, "min_grade": 4},
                {"role": LEAD, "effort": 0.35, "min_grade": 3},
            ],
        },
        "T2": {
            "kind": "regular",
            "reach": "short",
            "staffing": [
                {"role": MANAGER, "effort": 0.35, "min_grade": 2},
                {"role": SPONSOR, "reviews_per_period": 2.17, "hours_per_review": 5},
                {"role": LEAD, "effort": 0.2},
            ],
        },
        "T3": {
            "kind": "regular",
            "reach": "short",
            "staffing": [
                {"role": MANAGER, "effort": 0.2},
                {"role": SPONSOR, "reviews_per_period": 1, "hours_per_review": 2},
            ],
        },
    },
}  # fmt: skip


def _baseline() -> Part:
    """The plan of the last round: what is in flight goes on, and a few candidates had been promised."""
    decisions: list[Part] = []
    assignments: list[Part] = []
    for project in PROJECTS:
        if project["status"] == "in_flight":
            decisions.append({"project": project["id"], "decision": "continue"})
            assignments += [
                {"project": project["id"], "role": role, "person": person}
                for role, person in project["incumbents"].items()
            ]
    for changed, decision, start, manager in (
        ("P-011", "initiate", "2027-02", "E1001"),
        ("P-017", "drop", None, None),
        ("P-018", "initiate", "2027-04", "E1003"),
        ("P-026", "initiate", "2027-02", "E1005"),
        ("P-035", "defer", "2027-04", "E1008"),
        ("P-036", "drop", None, None),
        ("P-045", "initiate", "2027-02", "E1010"),
    ):
        row = {"project": changed, "decision": decision}
        decisions.append(row | {"start": start} if start else row)
        if manager:
            assignments.append({"project": changed, "role": MANAGER, "person": manager})
    return {
        "plan": {"decisions": decisions, "assignments": assignments},
        "price_per_change": 2,
        "max_changes": 20,
    }


PINS: list[Part] = [
    {"project": "P-035", "decision": "initiate", "why": "与客户高层的约定 Agreed with the customer's board"},
    {"project": "P-026", "decision": "initiate", "start": "2027-03", "why": "招标日历 Calendar of the tender"},
    {"project": "P-054", "decision": "drop", "why": "董事会，12 月 12 日 Board, 12 December"},
    {"project": "P-003", "decision": "continue"},
    {"project": "P-053", "role": SPONSOR, "person": "E2006", "why": "客户指定 The customer asked for her"},
]


def build() -> Part:
    """The scenario document. Numbers are ints and Decimals."""
    document: Part = exact(
        {
            "schema": "scenario/1",
            "name": "annual-2027",
            "money": {"currency": "CNY", "unit": 10000},
            "horizon": HORIZON,
            "units": UNITS,
            "roles": ROLES,
            "people": PEOPLE,
            "projects": PROJECTS,
            "fit": FIT,
            "fit_is_complete": False,
            "market": MARKET,
            "goals": GOALS,
            "targets": TARGETS,
            "policy": POLICY,
            "baseline": _baseline(),
            "pins": PINS,
        }
    )
    return document


def main() -> None:
    """Write the file beside this script."""
    PATH.write_text(readable_json(build()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
