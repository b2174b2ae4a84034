"""The document that the examples of the catalogue change. Nothing is found in it."""

import json
from decimal import Decimal
from typing import Any

_TEXT = """
{
 "schema": "scenario/1", "name": "example",
 "horizon": {"start": "2027-01", "periods": 6},
 "units": [
  {"id": "hq", "level": "company"},
  {"id": "east", "parent": "hq", "level": "region", "trades": true, "purchase_budget": 50},
  {"id": "east-sh", "parent": "east", "level": "office"},
  {"id": "north", "parent": "hq", "level": "region", "trades": true}],
 "roles": [{"id": "project_manager"}, {"id": "sponsor"}],
 "people": [
  {"id": "E1", "unit": "east", "roles": ["project_manager"], "grade": 4,
   "skills": {"industry:finance": 3}, "languages": ["zh", "en"],
   "bookings": [{"from": "2027-01", "to": "2027-02", "effort": 0.2}]},
  {"id": "E2", "unit": "north", "roles": ["project_manager"], "grade": 3, "languages": ["zh"]},
  {"id": "S1", "unit": "east", "roles": ["sponsor"]},
  {"id": "S2", "unit": "north", "roles": ["sponsor"]}],
 "projects": [
  {"id": "P1", "unit": "east-sh", "reach": "long",
   "start": {"preferred": "2027-01", "latest": "2027-03"}, "duration": 4,
   "value": {"amount": 800, "win_probability": 0.4, "pursuit_cost": 4},
   "staffing": [
    {"role": "project_manager", "effort": 0.5, "min_grade": 3, "skills": {"industry:finance": 2}, "languages": ["zh"]},
    {"role": "sponsor", "reviews_per_period": 2, "hours_per_review": 4}],
   "goals": ["G1"], "order_period": "2027-05", "product": "cloud"},
  {"id": "P2", "unit": "north", "tier": "T2", "start": {"preferred": "2027-02"},
   "value": {"amount": 300, "win_probability": 0.5}},
  {"id": "P3", "unit": "east", "status": "in_flight", "duration": 2, "stoppable": true, "stop_cost": 1,
   "staffing": [{"role": "project_manager", "effort": [0.3, 0.2]}], "incumbents": {"project_manager": "E1"}}],
 "fit": [{"project": "P1", "role": "project_manager", "person": "E1", "value": 3.5, "effort": 0.4}],
 "market": {
  "rates": [{"role": "project_manager", "rate": 6}, {"role": "sponsor", "rate": 12}],
  "markup": {"same_region": 0.05, "cross_region": 0.15}, "friction": {"cross_region": 0.1},
  "max_sold_share": 0.3},
 "goals": [{"id": "G1", "min_projects": 1, "shortfall_price": 500}],
 "targets": [
  {"id": "T1", "unit": "east", "product": "cloud", "from": "2027-01", "to": "2027-06",
   "amount": 400, "shortfall_price": 0.05}],
 "policy": {
  "hours_per_fte": 160,
  "hunger": [{"unit": "*", "role": "project_manager", "low": 0.05, "high": 0.15, "price_starving": 4}],
  "utilisation": [{"unit": "*", "role": "project_manager", "floor": 0.8, "price_idle": 3}],
  "balance": [{"attribute": "reach", "equals": "long", "measure": "effort", "min_share": 0.1, "price": 20}],
  "initiation": [{"unit": "*", "pursuit_budget": 100}],
  "tiers": {"T2": {"duration": 3, "staffing": [{"role": "project_manager", "effort": [0.2, 0.3, 0.2]}]}}},
 "baseline": {"plan": {"decisions": [{"project": "P1", "decision": "initiate", "start": "2027-01"}]},
              "price_per_change": 2},
 "pins": [{"project": "P1", "role": "sponsor", "person": "S1"}, {"project": "P2", "decision": "initiate"}]
}
"""

EXAMPLE: dict[str, Any] = json.loads(_TEXT, parse_float=Decimal)
