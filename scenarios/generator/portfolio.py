"""The projects: what they are worth, when they come, what they ask for, and who holds those in flight."""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate
from typing import Any

from models.quantities import half_up
from scenarios.generator.calendar import Calendar
from scenarios.generator.company import Company, Part, Place
from scenarios.generator.dice import Dice
from scenarios.generator.names import CUSTOMER_PINYIN, INDUSTRIES, PRODUCTS, both
from scenarios.generator.pool import Asked
from scenarios.generator.settings import GeneratorSettings
from scenarios.generator.staff import LEAD, MANAGER, SPONSOR, Staff

TIERS = ("T1", "T2", "T3")
TIER_WEIGHTS = (15, 35, 50)
_DURATION = {"T1": (9, 14), "T2": (7, 11), "T3": (4, 8)}
_MEDIAN_AMOUNT = {"T1": 3000, "T2": 900, "T3": 220}
_EFFORT = {"T1": (9, 11), "T2": (6, 8), "T3": (3, 5)}
"""Twentieths of a manager in the middle of the pursuit."""
_LEAD_EFFORT = {"T1": (6, 8), "T2": (4, 6), "T3": (2, 3)}
_REVIEW_HOURS = {"T1": (8, 11), "T2": (4, 7), "T3": (2, 3)}
"""Per review, customer time included; 2.17 reviews a month, for T3 one."""
_MANAGER_GRADES = {"T1": range(2, 5), "T2": range(1, 4), "T3": range(3)}
_SPONSOR_GRADES = {"T1": range(3, 6), "T2": range(5), "T3": range(4)}
_STAGES = ((150, 600), (350, 1000), (650, 1300), (900, 1000), (1000, 400))
"""Until which permille of its duration a pursuit is in a stage (qualify, plan, bid, negotiate, close), and how much
effort the stage takes."""
WIN_RATES = (Decimal("0.1"), Decimal("0.25"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8"))
_WIN_WEIGHTS = (15, 35, 30, 15, 5)
_KINDS = ("hilltop", "competitive", "strategic", "regular")
_KIND_WEIGHTS = {"T1": (30, 20, 20, 30), "T2": (10, 20, 10, 60), "T3": (2, 10, 3, 85)}
_REACH = ("short", "medium", "long")
_REACH_WEIGHTS = {
    "hilltop": (10, 40, 50),
    "strategic": (20, 40, 40),
    "competitive": (60, 35, 5),
    "regular": (70, 27, 3),
}


@dataclass(slots=True)
class Portfolio:
    """The projects in order, with what the rest of the scenario wants to know of them."""

    projects: list[Part] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    eligible: list[dict[str, int]] = field(default_factory=list)
    """By project and role, the people of its pool as a bit set."""


class PortfolioMaker:
    """Makes projects one by one."""

    def __init__(
        self, settings: GeneratorSettings, company: Company, staff: Staff, calendar: Calendar, dice: Dice
    ) -> None:
        self.settings, self.company, self.staff, self.calendar, self.dice = settings, company, staff, calendar, dice
        self._place_ranks = list(accumulate(company.project_weights))
        self._product_ranks = [list(accumulate(weights)) for weights in company.product_weights]
        self._industry_ranks = [list(accumulate(weights)) for weights in company.industry_weights]
        months = range(2, calendar.periods + 7)
        self._order_months = list(months)
        self._order_ranks = list(accumulate(calendar.order_weight(month) for month in months))
        self._wanted = {
            MANAGER: settings.managers_per_project,
            SPONSOR: settings.sponsors_per_project,
            LEAD: settings.leads_per_project,
        }
        self._load: dict[str, int] = {}

    def make(self) -> Portfolio:
        """All of them; those in flight are spread among the candidates."""
        portfolio = Portfolio()
        flying = int(self.settings.in_flight_share * 1000)
        for number in range(1, self.settings.projects + 1):
            place = self.company.places[self.dice.ranked(self._place_ranks)]
            project, eligible = self._project(f"P-{number:05d}", place, self.dice.chance(flying))
            portfolio.projects.append(project)
            portfolio.places.append(place)
            portfolio.eligible.append(eligible)
        return portfolio

    def _project(self, identifier: str, place: Place, in_flight: bool) -> tuple[Part, dict[str, int]]:
        dice = self.dice
        tier = TIERS[dice.weighted(TIER_WEIGHTS)]
        kind = _KINDS[dice.weighted(_KIND_WEIGHTS[tier])]
        industry, industry_zh, industry_en, customers = INDUSTRIES[dice.ranked(self._industry_ranks[place.region])]
        product, product_zh, product_en = PRODUCTS[dice.ranked(self._product_ranks[place.region])]
        customer = dice.pick(customers)
        project: Part = {
            "id": identifier,
            "name": both(
                f"{customer}{industry_zh}{product_zh}", f"{CUSTOMER_PINYIN[customer]} {industry_en} {product_en}"
            ),
            "unit": place.unit,
            "tier": tier,
        }
        if tier != "T3" or kind != "regular":
            project["kind"] = kind
        reach = _REACH[dice.weighted(_REACH_WEIGHTS[kind])]
        if tier != "T3" or reach != "short":
            project["reach"] = reach
        whole = dice.between(*_DURATION[tier])
        order = self._order_months[dice.ranked(self._order_ranks)]
        if in_flight:
            left = dice.between(2, max(2, whole - 2))
            project |= {"status": "in_flight", "duration": left}
        else:
            left = whole
            project |= self._window(max(0, min(order - whole, self.calendar.periods - 2)))
            project["duration"] = whole
            if kind in ("hilltop", "strategic") and dice.chance(400):
                project["origin"] = "strategy"
            if not dice.chance(920):
                project["qualified"] = False
        project["value"] = self._value(tier, kind, in_flight)
        needs, eligible = self._staffing(tier, industry, product, place, whole, left)
        project["staffing"] = needs
        if in_flight:
            self._man(project, place)
        order_month = max(order, left - 1) if in_flight else order
        if dice.chance(960):
            project["order_period"] = self.calendar.label(min(order_month, self.calendar.periods + 8))
        project |= {"customer_group": industry, "product": product}
        if kind == "competitive":
            project["tags"] = [f"competitor:{dice.pick('ABC')}"]
        return project, eligible

    def _window(self, preferred: int) -> Part:
        """So many starts as asked for, the preferred one among the first of them."""
        starts = min(self.settings.starts, self.calendar.periods)
        first = max(0, preferred - (starts > 2 and self.dice.chance(250)))
        first = min(first, self.calendar.periods - starts)
        window = {"preferred": self.calendar.label(preferred)}
        if first != preferred:
            window["earliest"] = self.calendar.label(first)
        if first + starts - 1 != preferred:
            window["latest"] = self.calendar.label(first + starts - 1)
        return {"start": window}

    def _value(self, tier: str, kind: str, in_flight: bool) -> Part:
        dice = self.dice
        amount = dice.spread(_MEDIAN_AMOUNT[tier])
        margin = dice.hundredths(12, 38)
        win = WIN_RATES[min(4, dice.weighted(_WIN_WEIGHTS) + in_flight)]
        value: Part = {"amount": amount, "margin_rate": margin, "win_probability": win}
        if kind in ("hilltop", "strategic", "competitive"):
            value["strategic"] = int(amount * margin * win) * dice.between(5, 40) // 100
        pursuit = half_up(int(amount * win * dice.between(10, 20)), 100)
        value["pursuit_cost"] = Decimal(max(1, pursuit)) / 10
        if not in_flight:
            value["delay_loss"] = dice.hundredths(1, 6 if kind != "competitive" else 12)
        return value

    def _staffing(
        self, tier: str, industry: str, product: str, place: Place, whole: int, left: int
    ) -> tuple[list[Part], dict[str, int]]:
        """The three roles, with requirements that about the wanted number of people meet."""
        dice = self.dice
        english = place.abroad or dice.chance(80)
        asked = {
            role: self._asked(role, grades, industry, product, place, english)
            for role, grades in (
                (MANAGER, _MANAGER_GRADES[tier]),
                (SPONSOR, _SPONSOR_GRADES[tier]),
                (LEAD, _MANAGER_GRADES[tier]),
            )
        }
        needs = [one.need(role, industry, product) for role, one in asked.items()]
        middle = dice.between(*_EFFORT[tier])
        needs[0]["effort"] = [
            Decimal(max(1, half_up(middle * _stage_effort(whole - left + month, whole), 1000))) / 20
            for month in range(left)
        ]
        needs[1]["reviews_per_period"] = Decimal("2.17") if tier != "T3" else 1
        needs[1]["hours_per_review"] = dice.between(*_REVIEW_HOURS[tier])
        needs[2]["effort"] = Decimal(dice.between(*_LEAD_EFFORT[tier])) / 20
        eligible = {
            role: self.staff.pools[self.company.pool(place), role].eligible(one, industry, product, place.trading)
            for role, one in asked.items()
        }
        return needs, eligible

    def _asked(self, role: str, grades: range, industry: str, product: str, place: Place, english: bool) -> Asked:
        """Requirements that about the wanted number of people meet: one of the best fitting ways to ask."""
        pool = self.staff.pools[self.company.pool(place), role]
        wanted = half_up(self._wanted[role] * self.dice.between(92, 108), 100)
        ways = pool.ways(grades, industry, product, english, place.trading)
        off = min(abs(count - wanted) for count, _ in ways)
        if off * 8 > wanted:  # nothing near enough with these grades
            ways = pool.ways(range(6), industry, product, english, place.trading)
            if not any(count for count, _ in ways):
                ways = pool.ways(range(6), industry, product, False, place.trading)
            off = min(abs(count - wanted) for count, _ in ways)
        near = [one for count, one in ways if abs(count - wanted) <= max(off, wanted // 10)]
        return self.dice.pick(near)

    def _man(self, project: Part, place: Place) -> None:
        """Give a project in flight its people, those with the least to do first."""
        dice = self.dice
        project["incumbents"] = {}
        for need in project["staffing"]:
            role: str = need["role"]
            pool = self.staff.pools[self.company.pool(place), role]
            own = pool.own(place.trading) or (1 << len(pool.people)) - 1
            drawn = {dice.bit(own) for _ in range(5)}
            person = min(
                (pool.people[bit]["id"] for bit in drawn if bit is not None),
                key=lambda person: (self._load.get(person, 0), person),
            )
            self._load[person] = self._load.get(person, 0) + self._peak(need)
            project["incumbents"][role] = person
        if dice.chance(400):
            project["stoppable"] = True
            project["stop_cost"] = dice.between(1, 8)

    def _peak(self, need: Part) -> int:
        effort: Any = need.get("effort", need.get("hours_per_review", 0))
        return int(max(effort) * 1000) if isinstance(effort, list) else int(effort * 1000)


def _stage_effort(month: int, whole: int) -> int:
    """Permille of the middle effort that a month of a pursuit takes."""
    place = (2 * month + 1) * 500 // whole
    return next(effort for until, effort in _STAGES if place <= until)
