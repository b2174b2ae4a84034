"""What the company wants and allows: market, budgets, goals, targets, policy, mandates, and last quarter's plan."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from scenarios.generator.calendar import Calendar
from scenarios.generator.company import Company, Part
from scenarios.generator.dice import Dice, set_bits
from scenarios.generator.names import PRODUCTS, both
from scenarios.generator.portfolio import Portfolio
from scenarios.generator.settings import GeneratorSettings
from scenarios.generator.staff import LEAD, MANAGER, ROLES, SPONSOR, Staff

_RATES = {MANAGER: (5, 6, 7, 9, 11, 13), SPONSOR: (12, 12, 12, 14, 17, 20), LEAD: (4, 5, 6, 8, 10, 12)}
"""Money (万元) for an FTE-month, by grade 0 … 5."""


def expected_orders(project: Part) -> int:
    """Amount × win probability, in whole money."""
    return int(project["value"]["amount"] * project["value"]["win_probability"])


def market(company: Company) -> Part:
    """Rates by role and grade; the first region sells dearer."""
    rates: list[Part] = [
        {"role": role, "grade": grade, "rate": rate}
        for role, by_grade in _RATES.items()
        for grade, rate in enumerate(by_grade)
    ]
    rates.append({"role": SPONSOR, "seller": company.regions[0], "rate": 22})
    return {
        "rates": rates,
        "markup": {"same_region": Decimal("0.05"), "cross_region": Decimal("0.15")},
        "friction": {"same_region": Decimal("0.02"), "cross_region": Decimal("0.1")},
        "max_sold_share": Decimal("0.3"),
        "min_effort": Decimal("0.01"),
        "min_periods": 2,
        "scope": "company" if company.whole_company else "region",
    }


def budgets(settings: GeneratorSettings, company: Company, portfolio: Portfolio, calendar: Calendar) -> None:
    """Purchase budgets as a share of what each trading unit's projects would cost, if all were bought."""
    wanted: dict[str, Decimal] = defaultdict(Decimal)
    for project, place in zip(portfolio.projects, portfolio.places, strict=True):
        months = min(project["duration"], calendar.periods)
        for need in project["staffing"]:
            if "effort" in need:
                effort = sum(need["effort"]) if isinstance(need["effort"], list) else need["effort"] * months
            else:
                effort = need["reviews_per_period"] * need["hours_per_review"] * months / Decimal(165)
            wanted[place.trading] += effort * _RATES[need["role"]][3]
    share = settings.dial(16, 6)
    for number, unit in enumerate(unit for unit in company.units if unit.get("trades")):
        budget = max(5, int(wanted[unit["id"]]) * share // 100)
        if number % 6 == 5:  # a sixth of the units has a budget for each month instead, and none for the last quarter
            by_month = max(1, budget * 3 // (2 * calendar.periods))
            months = range(calendar.periods - 3 if calendar.periods > 6 else calendar.periods)
            unit["purchase_budget"] = {calendar.label(month): by_month for month in months}
        else:
            unit["purchase_budget"] = budget


def relations(settings: GeneratorSettings, portfolio: Portfolio, dice: Dice) -> None:
    """Prerequisites and exclusions between projects of one unit or customer group; mandates."""
    by_unit: dict[str, list[Part]] = defaultdict(list)
    for project in portfolio.projects:
        if "status" not in project:
            by_unit[project["unit"]].append(project)
    for candidates in by_unit.values():
        for _ in range(len(candidates) * settings.dial(20, 50) // 1000 + dice.chance(300)):
            if len(candidates) > 3:
                first, second = dice.some(candidates, 2)
                if "excludes" not in first and "excludes" not in second:
                    first["excludes"] = [second["id"]]
                third, fourth = dice.some(candidates, 2)
                if "requires" not in third and "requires" not in fourth and "excludes" not in fourth:
                    third["requires"] = [fourth["id"]]
    mandated = settings.dial(150, 600)
    for project in portfolio.projects:
        top = project["tier"] == "T1" and project.get("kind") == "hilltop"
        related = "requires" in project or "excludes" in project
        if top and "status" not in project and not related and dice.chance(mandated):
            project["mandated"] = True


def goals(settings: GeneratorSettings, company: Company, portfolio: Portfolio, dice: Dice) -> list[Part]:
    """Hilltop goals of each region that has hilltop projects; most with a price, some a commitment."""
    members: dict[tuple[int, str], list[Part]] = defaultdict(list)
    kinds = ("new_customer", "new_region", "new_product")
    for project, place in zip(portfolio.projects, portfolio.places, strict=True):
        if project.get("kind") == "hilltop":
            members[place.region, dice.pick(kinds)].append(project)
    words = {"new_customer": ("新客户", "new customers"), "new_region": ("新区域", "new ground")}
    found: list[Part] = []
    for (region, kind), projects in sorted(members.items()):
        goal = f"G-{company.regions[region]}-{kind.replace('_', '-')}"
        for project in projects:
            project["goals"] = [goal]
        chinese, english = company.region_names[region]
        word_zh, word_en = words.get(kind, ("新产品", "new products"))
        row: Part = {
            "id": goal,
            "name": both(f"{chinese}山头:{word_zh}突破", f"{english} hilltop: {word_en}"),
            "kind": kind,
            "min_projects": max(1, len(projects) * settings.dial(50, 80) // 100),
        }
        if len(projects) >= 3 and dice.chance(200):
            row["min_projects"] = 1 + (len(projects) > 5)
        else:
            row["min_expected_orders"] = sum(map(expected_orders, projects)) * settings.dial(50, 80) // 100
            row |= {"shortfall_price": dice.between(4, 12) * 10, "orders_price": dice.hundredths(2, 8)}
        found.append(row)
    return found


def targets(settings: GeneratorSettings, company: Company, portfolio: Portfolio, calendar: Calendar) -> list[Part]:
    """Orders by region, product and half-year, as a share of the pipeline in the cell."""
    pipeline: dict[tuple[int, str, int], int] = defaultdict(int)
    half_of = {calendar.label(month): month // 6 for month in range(-12, calendar.periods + 12)}
    for project, place in zip(portfolio.projects, portfolio.places, strict=True):
        half = half_of.get(project.get("order_period", ""), -1)
        if 0 <= half < -(-calendar.periods // 6):
            pipeline[place.region, project["product"], half] += expected_orders(project)
    found = []
    for (region, product, half), orders in sorted(pipeline.items()):
        amount = orders * settings.dial(60, 90) // 1000 * 10
        if amount:
            unit = company.regions[region]
            found.append(
                {
                    "id": f"T-{unit}-{product}-H{half + 1}",
                    "unit": unit,
                    "product": product,
                    "from": calendar.label(half * 6),
                    "to": calendar.label(min(half * 6 + 5, calendar.periods - 1)),
                    "amount": amount,
                    "shortfall_price": Decimal("0.05"),
                }
            )
    return found


def policy(settings: GeneratorSettings, company: Company, portfolio: Portfolio) -> Part:
    """Load cap, hunger, utilisation, balance, initiation limits and tiers."""
    per_unit = max(1, len(portfolio.projects) // max(1, len(company.trading_units())))
    pursuit: dict[int, Decimal] = defaultdict(Decimal)
    for project, place in zip(portfolio.projects, portfolio.places, strict=True):
        if "status" not in project:
            pursuit[place.region] += project["value"]["pursuit_cost"]
    initiation: list[Part] = [{"unit": "*", "max_per_period": max(1, per_unit * settings.dial(25, 12) // 100)}]
    for region, unit in enumerate(company.regions):
        if region % 4 == 1:  # a region that plans its pursuits jointly
            limit = int(pursuit[region]) * settings.dial(95, 55) // 100 + 1
            most = max(2, len(portfolio.projects) // len(company.regions) * settings.dial(20, 10) // 100)
            initiation.append({"unit": unit, "pursuit_budget": limit, "max_per_period": most})
    return {
        "load_cap": 1,
        "hours_per_fte": 165,
        "hunger": [
            _band("*", MANAGER, "0.05", "0.15", 8, 4),
            _band("*", LEAD, "0.05", "0.15", 6, 3),
            _band("*", SPONSOR, "0", "0.1", 8, 4),
        ],
        "utilisation": [
            {"unit": "*", "role": MANAGER, "floor": Decimal("0.8"), "price_idle": 3},
            {"unit": "*", "role": LEAD, "floor": Decimal("0.75"), "price_idle": 2},
            {"unit": "*", "role": SPONSOR, "floor": Decimal("0.5"), "price_idle": 3},
        ],
        "balance": [
            _share("reach", "long", "effort", "0.2", None, 4),
            _share("kind", "competitive", "pursuit_cost", None, "0.15", 1),
            _share("tier", "T3", "count", "0.5", "0.6", 2),
            _share("product", PRODUCTS[0][0], "expected_orders", "0.15", None, "0.02"),
        ],
        "initiation": initiation,
        "tiers": _TIERS,
    }


def _band(unit: str, role: str, low: str, high: str, overfed: int, starving: int) -> Part:
    return {
        "unit": unit,
        "role": role,
        "measure": "unmet_demand",
        "low": Decimal(low),
        "high": Decimal(high),
        "price_overfed": overfed,
        "price_starving": starving,
    }


def _share(attribute: str, equals: str, measure: str, least: str | None, most: str | None, price: Any) -> Part:
    row: Part = {"attribute": attribute, "equals": equals, "measure": measure}
    if least is not None:
        row["min_share"] = Decimal(least)
    if most is not None:
        row["max_share"] = Decimal(most)
    return row | {"price": Decimal(price)}


_TIERS: Part = {
    tier: {
        "kind": "regular",
        "reach": reach,
        "staffing": [
            {"role": MANAGER, "effort": Decimal(effort), "min_grade": grade},
            {"role": SPONSOR, "reviews_per_period": Decimal("2.17"), "hours_per_review": hours},
            {"role": LEAD, "effort": Decimal(effort) / 2},
        ],
    }
    for tier, reach, effort, grade, hours in (
        ("T1", "medium", "0.6", 3, 10),
        ("T2", "medium", "0.4", 2, 5),
        ("T3", "short", "0.2", 0, 2),
    )
}


def fit(portfolio: Portfolio, staff: Staff, company: Company, dice: Dice) -> list[Part]:
    """What particular people add: a relationship, practice that saves effort, a person a customer will not have."""
    rows: list[Part] = []
    for project, place, eligible in zip(portfolio.projects, portfolio.places, portfolio.eligible, strict=True):
        if dice.chance(650):
            continue
        role = dice.pick((MANAGER, MANAGER, SPONSOR, LEAD))
        person = dice.bit(eligible[role])
        if person is None:
            continue
        row: Part = {
            "project": project["id"],
            "role": role,
            "person": staff.pools[company.pool(place), role].people[person]["id"],
        }
        effort = project["staffing"][(MANAGER, SPONSOR, LEAD).index(role)].get("effort")
        how = dice.below(10)
        if how < 6:
            row["value"] = max(1, expected_orders(project) * dice.between(2, 12) // 400)
        elif how < 8 and effort is not None:
            less = dice.between(70, 90)
            row["effort"] = [_saved(one, less) for one in effort] if isinstance(effort, list) else _saved(effort, less)
        elif how == 8:
            row["value"] = -dice.between(1, 5)
        else:
            row["eligible"] = False
        rows.append(row)
    return rows


def _saved(effort: Decimal, percent: int) -> Decimal:
    return Decimal(int(effort * percent)) / 100


def baseline(portfolio: Portfolio, staff: Staff, company: Company, dice: Dice) -> Part:
    """Last quarter's plan: everything in flight, and a fifth of the candidates."""
    decisions: list[Part] = []
    assignments: list[Part] = []
    for project, place, eligible in zip(portfolio.projects, portfolio.places, portfolio.eligible, strict=True):
        if "status" in project:
            decisions.append({"project": project["id"], "decision": "continue"})
            assignments.extend(
                {"project": project["id"], "role": role, "person": person}
                for role, person in project["incumbents"].items()
            )
        elif dice.chance(200):
            runs = dice.chance(700) and all(eligible.values())
            decisions.append({"project": project["id"], "decision": "initiate" if runs else "drop"})
            for role, bits in eligible.items() if runs else ():
                person = staff.pools[company.pool(place), role].people[dice.pick(list(set_bits(bits)))]
                assignments.append({"project": project["id"], "role": role, "person": person["id"]})
    return {"plan": {"decisions": decisions, "assignments": assignments}, "price_per_change": 2}


def pins(settings: GeneratorSettings, portfolio: Portfolio, staff: Staff, company: Company, dice: Dice) -> list[Part]:
    """What the board has decided already: some projects in, some out, some people."""
    rows: list[Part] = []
    for project, place, eligible in zip(portfolio.projects, portfolio.places, portfolio.eligible, strict=True):
        plain = "status" not in project and not project.get("mandated")
        if not plain or "requires" in project or "excludes" in project or not dice.chance(settings.dial(5, 20)):
            continue
        how = dice.below(3)
        person = dice.bit(eligible[SPONSOR])
        if how == 0:
            rows.append({"project": project["id"], "decision": "initiate", "why": "立项委员会 initiation committee"})
        elif how == 1:
            rows.append({"project": project["id"], "decision": "drop", "why": "董事会 board"})
        elif person is not None:
            sponsor = staff.pools[company.pool(place), SPONSOR].people[person]["id"]
            rows.append({"project": project["id"], "role": SPONSOR, "person": sponsor})
    return rows


def roles() -> list[Part]:
    """The three roles."""
    return [dict(role) for role in ROLES]
