"""A small scenario that sets every field of the contract, and in which nothing is wrong."""

import copy
import json
from decimal import Decimal
from typing import Any

TEXT = """
{
 "schema": "scenario/1", "name": "年度 2027",
 "money": {"currency": "CNY", "unit": 10000},
 "horizon": {"start": "2027-01", "periods": 6},
 "units": [
  {"id": "hq", "name": "公司", "level": "company", "parent": null},
  {"id": "east", "name": "华东地区部", "parent": "hq", "level": "region", "trades": true, "purchase_budget": 120.5},
  {"id": "north", "name": "北方地区部", "parent": "hq", "level": "region", "trades": true,
   "purchase_budget": {"2027-01": 10, "2027-02": 12.25}},
  {"id": "east-sh", "parent": "east", "level": "office", "trades": false}],
 "roles": [{"id": "project_manager", "name": "项目经理"}, {"id": "sponsor"}, {"id": "lead"}],
 "people": [
  {"id": "E1", "name": "甲", "unit": "east", "roles": ["project_manager", "lead"], "grade": 4,
   "skills": {"industry:finance": 3, "product:cloud": 2}, "languages": ["zh", "en"], "capacity": 1.0,
   "max_projects": 4, "lendable": true,
   "bookings": [{"from": "2027-01", "to": "2027-03", "effort": 0.2, "why": "hand-over"}]},
  {"id": "E2", "unit": "north", "roles": ["project_manager"], "grade": 3, "languages": ["zh"],
   "capacity": [1, 1, 0.5, 0.5, 1, 1], "lendable": true},
  {"id": "E3", "unit": "east-sh", "roles": ["lead"], "skills": {"product:cloud": 1}},
  {"id": "S1", "unit": "east", "roles": ["sponsor"], "capacity": 0.2},
  {"id": "S2", "unit": "north", "roles": ["sponsor"], "capacity": 2.5}],
 "projects": [
  {"id": "P1", "name": "金融云", "unit": "east-sh", "tier": "T1", "kind": "hilltop", "reach": "long",
   "status": "candidate", "origin": "sales", "mandated": false, "qualified": true,
   "start": {"preferred": "2027-02", "earliest": "2027-01", "latest": "2027-04"}, "duration": 3,
   "value": {"amount": 800.25, "margin_rate": 0.25, "win_probability": 0.4, "strategic": -1.5, "pursuit_cost": 4,
             "delay_loss": 0.02},
   "staffing": [
    {"role": "project_manager", "effort": [0.5, 0.4, 0.3], "min_grade": 3, "skills": {"industry:finance": 2},
     "languages": ["zh"]},
    {"role": "sponsor", "reviews_per_period": 2.17, "hours_per_review": 4.0}],
   "goals": ["G1"], "order_period": "2027-05", "customer_group": "bank", "product": "cloud", "tags": ["benchmark"],
   "requires": ["P2"], "excludes": ["P4"]},
  {"id": "P2", "unit": "north", "tier": "T2", "start": {"preferred": "2027-01"}, "mandated": true,
   "value": {"amount": 300, "win_probability": 0.5}, "order_period": "2027-03"},
  {"id": "P3", "unit": "east", "status": "in_flight", "duration": 2, "stoppable": true, "stop_cost": 1.5,
   "staffing": [{"role": "project_manager", "effort": 0.3}, {"role": "lead", "effort": 0.1}],
   "incumbents": {"project_manager": "E1", "lead": "E3"}},
  {"id": "P4", "unit": "north", "tier": "T2", "start": {"preferred": "2027-03", "latest": "2027-05"},
   "origin": "strategy", "value": {"amount": 90, "win_probability": 0.25}}],
 "fit": [
  {"project": "P1", "role": "project_manager", "person": "E1", "value": 3.5, "effort": 0.4, "eligible": true},
  {"project": "P1", "role": "sponsor", "person": "S2", "value": -1, "effort": [0.1, 0.1, 0.2]},
  {"project": "P2", "role": "project_manager", "person": "E1", "eligible": false}],
 "fit_is_complete": false,
 "market": {
  "rates": [{"role": "project_manager", "grade": 4, "rate": 6.0}, {"role": "sponsor", "rate": 12},
            {"role": "project_manager", "seller": "north", "buyer": "east", "rate": 5}],
  "markup": {"same_region": 0.05, "cross_region": 0.15},
  "friction": {"same_region": 0.02, "cross_region": 0.1},
  "max_sold_share": 0.3, "min_effort": 0.05, "min_periods": 1, "scope": "company"},
 "goals": [
  {"id": "G1", "name": "新区域", "kind": "new_region", "min_projects": 1, "min_expected_orders": 200,
   "shortfall_price": 500, "orders_price": 0.25}],
 "targets": [
  {"id": "T1", "unit": "east", "product": "cloud", "customer_group": "bank", "from": "2027-01", "to": "2027-06",
   "amount": 400, "coverage": 1.2, "shortfall_price": 0.05}],
 "policy": {
  "load_cap": 1.2, "hours_per_fte": 165,
  "hunger": [{"unit": "*", "role": "project_manager", "measure": "unmet_demand", "low": 0.05, "high": 0.15,
              "price_overfed": 8, "price_starving": 4},
             {"unit": "east", "role": "sponsor", "measure": "stretch_load", "low": 0.05, "high": 0.2}],
  "utilisation": [{"unit": "*", "role": "project_manager", "floor": 0.8, "price_idle": 3}],
  "balance": [{"attribute": "reach", "equals": "long", "measure": "effort", "min_share": 0.1, "max_share": 0.9,
               "price": 20.5},
              {"attribute": "mandated", "equals": true, "measure": "count", "price": 1.25}],
  "initiation": [{"unit": "*", "pursuit_budget": 100, "max_per_period": 10}],
  "tiers": {
   "T1": {"qualified": true},
   "T2": {"kind": "regular", "reach": "short", "duration": 2,
          "staffing": [{"role": "project_manager", "effort": 0.2}]}}},
 "baseline": {
  "plan": {
   "schema": "plan/1", "scenario": "annual", "prices": [{"row": "person_capacity/E1/2027-01", "price": 1.000000000001}],
   "decisions": [{"project": "P1", "decision": "defer", "start": "2027-03", "why": [{"code": "x"}]},
                 {"project": "P4", "decision": "drop", "start": null}],
   "assignments": [{"project": "P1", "role": "sponsor", "person": "S1", "from": "2027-03", "to": "2027-05",
                    "effort": [0.1, 0.1, 0.1], "purchased": false}]},
  "price_per_change": 2, "max_changes": 3},
 "pins": [
  {"project": "P1", "decision": "initiate", "start": "2027-03", "why": "board, 12 Dec"},
  {"project": "P1", "role": "sponsor", "person": "S1"}]
}
"""


def base_document() -> dict[str, Any]:
    """A fresh copy."""
    return copy.deepcopy(_BASE)


_BASE: dict[str, Any] = json.loads(TEXT, parse_float=Decimal)
