"""A scenario in the making: a tiny company that ingredients change until it is written as a document.

Periods are written as `@0`, `@1`, … (counted from the first of the horizon, below 0 before it) until the document is
finished; then they become months, quarters or weeks.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from models.horizon import Horizon
from models.quantities import half_up

Part = dict[str, Any]
Item = TypeVar("Item")

ROLES = ("pm", "sponsor", "lead")
EFFORTS = tuple(map(Decimal, ("0.25", "0.3", "0.333", "0.4", "0.5", "0.6", "0.75", "0.8", "1")))
HORIZON_STARTS = {
    "month": ("2027-01", "2026-11", "2028-02"),
    "quarter": ("2027-Q1", "2026-Q3"),
    "week": ("2027-W05", "2026-W52", "2027-W51"),  # 2026 has a week 53
}

RARE_GRADE = 4

_HQ: Part = {"id": "hq", "level": "company"}
_EAST: Part = {"id": "east", "parent": "hq", "level": "region", "trades": True}
_NORTH: Part = {"id": "north", "parent": "hq", "level": "region", "trades": True}
_SHOP: Part = {"id": "east-sh", "parent": "east", "level": "office"}
LAYOUTS: tuple[tuple[Part, ...], ...] = (
    (_HQ, _EAST, _NORTH),
    (_HQ, _EAST, _SHOP, _NORTH),
    (_HQ, _EAST, {**_SHOP, "trades": True}, _NORTH),
    (_HQ, {**_EAST, "trades": False}, {**_SHOP, "trades": True}, {**_SHOP, "id": "east-hz", "trades": True}, _NORTH),
    (_HQ, {**_EAST, "level": "division"}, {**_SHOP, "trades": True}, {**_NORTH, "level": "division"}),
    ({**_HQ, "trades": True}, _EAST, _NORTH),
    (_HQ, {**_EAST, "trades": False}, _NORTH),
)
"""Flat regions; an office that does not trade, one nested in a trading region, two side by side under one that does
not trade; no level `region` at all; a root that trades by name, one that trades because nobody above `east` does."""


def at(index: int) -> str:
    """The placeholder of the period with this index."""
    return f"@{index}"


class Draft:
    """The parts of a scenario, and the dice. Whatever an ingredient needs and does not find, it adds."""

    def __init__(self, rng: Random, projects: int) -> None:
        self.rng = rng
        self.periods = rng.choice((2, 3, 3, 4, 4, 5))
        self.kind = rng.choice(("month", "month", "month", "month", "quarter", "week"))
        self.units: list[Part] = [dict(unit) for unit in rng.choice(LAYOUTS)]
        self.roles = list(ROLES[: rng.choice((1, 1, 2, 2, 3))])
        self.people: list[Part] = []
        self.projects: list[Part] = []
        self.fit: list[Part] = []
        self.goals: list[Part] = []
        self.targets: list[Part] = []
        self.pins: list[Part] = []
        self.policy: Part = {}
        self.market: Part | None = None
        self.baseline: Part | None = None
        self.fit_is_complete: bool | None = None
        self.finishing: list[Callable[[Part], None]] = []
        """What is done to the document when everything else is in it."""
        for role in self.roles:
            self.add_person(role)
        if self.chance(50):
            self.add_person(self.role())
        if self.chance(70):
            self.trade()
        for _ in range(projects):
            self.add_project()

    # Dice

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.rng.randrange(100) < percent

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.rng.randrange(len(items))]

    def money(self, low: int, high: int) -> Decimal:
        """An amount of low … high units: often whole, sometimes with cents."""
        whole = self.rng.randint(low, high - 1)
        return Decimal(whole * 100 + self.pick((0, 0, 0, 50, self.rng.randrange(100)))) / 100

    def effort(self, *, least: str = "0") -> Decimal:
        """A usual effort, at least so much."""
        return self.pick([effort for effort in EFFORTS if effort >= Decimal(least)])

    def period(self) -> int:
        """The index of a period of the horizon."""
        return self.rng.randrange(self.periods)

    def fresh(self, prefix: str, taken: Iterable[Part]) -> str:
        """An id that none of these has."""
        used = {part["id"] for part in taken}
        number = 1
        while f"{prefix}{number}" in used:
            number += 1
        return f"{prefix}{number}"

    # Organisation

    def unit(self, identifier: str) -> Part:
        """The unit with this id."""
        return next(unit for unit in self.units if unit["id"] == identifier)

    def lineage(self, identifier: str) -> list[str]:
        """The unit and its ancestors, itself first."""
        found = [identifier]
        while parent := self.unit(found[-1]).get("parent"):
            found.append(parent)
        return found

    def trading(self, identifier: str) -> str:
        """The trading unit of a unit."""
        lineage = self.lineage(identifier)
        return next((unit for unit in lineage if self.unit(unit).get("trades")), lineage[-1])

    def region(self, identifier: str) -> str:
        """The region of a unit."""
        lineage = self.lineage(identifier)
        named = [unit for unit in lineage if self.unit(unit).get("level") == "region"]
        return named[0] if named else lineage[-2] if len(lineage) > 1 else lineage[0]

    def add_unit(self, parent: str, *, trades: bool, level: str = "office") -> str:
        """One more unit below another."""
        identifier = self.fresh("u", self.units)
        self.units.append({"id": identifier, "parent": parent, "level": level, "trades": trades})
        return identifier

    def home(self) -> str:
        """A unit for a person or a project."""
        return str(self.pick([unit["id"] for unit in self.units if unit["id"] != "hq" or self.chance(20)] or ["hq"]))

    def abroad(self, unit: str, *, same_region: bool | None = None) -> str:
        """A unit of another trading unit, in the same region or not, as asked; made if there is none."""
        found = [
            other["id"]
            for other in self.units
            if self.trading(other["id"]) != self.trading(unit)
            and same_region in (None, self.region(self.trading(other["id"])) == self.region(self.trading(unit)))
        ]
        if found:
            return str(self.pick(found))
        below = self.region(self.trading(unit)) if same_region else "hq"
        return self.add_unit(below, trades=True, level="office" if same_region else "region")

    def trade(self) -> Part:
        """The market, with a rate for every role."""
        if self.market is None:
            self.market = {"rates": []}
            if self.chance(80):
                self.market["markup"] = {"same_region": self.ratio(0, 10), "cross_region": self.ratio(5, 30)}
            if self.chance(80):
                self.market["friction"] = {"same_region": self.ratio(0, 10), "cross_region": self.ratio(5, 40)}
        for role in self.roles:
            if not any(row.get("role") == role and len(row) == 2 for row in self.market["rates"]):
                self.market["rates"].append({"role": role, "rate": self.money(2, 12)})
        return self.market

    def ratio(self, low: int, high: int) -> Decimal:
        """A ratio of low … high hundredths."""
        return Decimal(self.rng.randint(low, high)) / 100

    # People

    def role(self) -> str:
        """One of the roles."""
        return self.pick(self.roles)

    def second_role(self, role: str) -> str:
        """Another role than this one; made if there is none."""
        if len(self.roles) == 1:
            self.roles.append(next(other for other in ROLES if other != role))
            if self.market is not None:
                self.trade()
        return self.pick([other for other in self.roles if other != role])

    def add_person(self, *roles: str, unit: str | None = None, **fields: Any) -> str:
        """One more person."""
        identifier = self.fresh("E", self.people)
        person: Part = {"id": identifier, "unit": unit or self.home(), "roles": list(roles)}
        if self.chance(40):
            person["grade"] = self.rng.randint(0, 3)
        if self.chance(15) and "capacity" not in fields:
            person["capacity"] = self.pick((Decimal("0.8"), Decimal("0.5"), Decimal("1.2")))
        self.people.append({**person, **fields})
        return identifier

    def person(self, identifier: str) -> Part:
        """The person with this id."""
        return next(person for person in self.people if person["id"] == identifier)

    def anyone(self, role: str, unit: str | None = None) -> str:
        """Somebody of the role (and, if named, of the unit's trading unit); hired if there is nobody."""
        found = [
            person["id"]
            for person in self.people
            if role in person["roles"] and (unit is None or self.trading(person["unit"]) == self.trading(unit))
        ]
        return str(self.pick(found)) if found else self.add_person(role, unit=unit)

    # Projects

    def add_project(
        self,
        *roles: str,
        unit: str | None = None,
        preferred: int | None = None,
        duration: int | None = None,
        effort: Any = None,
        worth: tuple[int, int] = (6, 40),
        **fields: Any,
    ) -> Part:
        """One more candidate that asks for these roles; with chance a window, delay loss and cost of pursuit."""
        duration = duration or self.rng.choice((1, 1, 2, 2, 3))
        if not roles:
            roles = tuple(self.rng.sample(self.roles, k=2 if len(self.roles) > 1 and self.chance(25) else 1))
        preferred = self.rng.randrange(max(1, self.periods - duration + 1)) if preferred is None else preferred
        margin, win = self.pick(("1", "0.5", "0.25")), self.pick(("1", "0.5", "0.4", "0.8"))
        prize = self.money(*worth)
        value: Part = {
            "amount": half_up(int(prize * 10000), int(Decimal(margin) * Decimal(win) * 1000)) / Decimal(10),
            "margin_rate": Decimal(margin),
            "win_probability": Decimal(win),
        }
        start: Part = {"preferred": at(preferred)}
        if "start" not in fields and self.chance(30):
            start["latest"] = at(preferred + 1)
            value["delay_loss"] = self.ratio(1, 20)
        if self.chance(40):
            value["pursuit_cost"] = self.money(0, 3)
        project: Part = {
            "id": self.fresh("P", self.projects),
            "unit": unit or self.home(),
            "start": start,
            "duration": duration,
            "value": value,
            "staffing": [{"role": role, "effort": self.effort() if effort is None else effort} for role in roles],
            **fields,
        }
        self.projects.append(project)
        return project

    def fly(self, *roles: str, incumbents: dict[str, str] | None = None, **fields: Any) -> Part:
        """One more project in flight, with an incumbent of its own unit in each role unless they are named."""
        fields = {"stoppable": True, **fields}
        project = self.add_project(*roles or (self.role(),), preferred=0, start=None, **fields)
        del project["start"]
        project["status"] = "in_flight"
        if incumbents is None:
            incumbents = {}
            for need in project["staffing"]:
                found = self.anyone(need["role"], project["unit"])
                if found not in incumbents.values():
                    incumbents[need["role"]] = found
        project["incumbents"] = incumbents
        return project

    def candidate(self, *, fresh: int = 50) -> Part:
        """A candidate, new in so many of a hundred cases."""
        found = [project for project in self.projects if "start" in project and project["staffing"]]
        return self.add_project() if not found or self.chance(fresh) else self.pick(found)

    def rivals(self, *, effort: Sequence[str] = ("0.6", "0.75", "0.8", "1"), **fields: Any) -> tuple[Part, Part, str]:
        """Two candidates of one unit that want the same person of the unit at the same time, and that person.

        Each effort is one of those given; `fields` go to both projects.
        """
        role = fields.pop("role", None) or self.role()
        unit = fields.pop("unit", None) or self.home()
        person = self.add_person(role, unit=unit, capacity=1) if self.chance(60) else self.anyone(role, unit)
        fields = {"preferred": self.period(), "duration": self.rng.choice((1, 2)), **fields}
        first, second = (
            self.add_project(role, unit=unit, effort=Decimal(self.pick(effort)), **fields) for _ in range(2)
        )
        if self.chance(70):
            self.reserve(first, role, person)
            self.reserve(second, role, person)
        return first, second, person

    def reserve(self, project: Part, role: str, person: str) -> None:
        """Ask for a grade that the person has and few others have."""
        self.person(person)["grade"] = RARE_GRADE
        for need in project["staffing"]:
            if need["role"] == role:
                need["min_grade"] = RARE_GRADE

    def worth(self, project: Part) -> Decimal:
        """About what the project brings, in money; at least 1."""
        value = project["value"]
        prize = value.get("amount", 0) * value.get("margin_rate", 1) * value.get("win_probability", 1)
        return max(Decimal(1), round(Decimal(prize + value.get("strategic", 0) - value.get("pursuit_cost", 0)), 2))

    def share_of(self, money: Decimal, low: int, high: int) -> Decimal:
        """So many hundredths (low … high) of an amount, to 0.01."""
        return (money * self.rng.randint(low, high) / 100).quantize(Decimal("0.01"))

    def admit(self, project: Part, role: str, person: str, **fields: Any) -> Part:
        """The fit row of person and project, with these fields set."""
        key = {"project": project["id"], "role": role, "person": person}
        row = next((row for row in self.fit if all(row[part] == key[part] for part in key)), None)
        if row is None:
            row = key
            self.fit.append(row)
        row.update(fields)
        return row

    def tempt(self, project: Part, role: str, person: str) -> None:
        """Make the person attractive for the project."""
        self.admit(project, role, person, value=self.money(4, 20))

    def tempting(self, *, unit: str | None = None, **fields: Any) -> tuple[Part, str, str]:
        """A candidate, one of its roles, and a new person whom it would like very much in that role."""
        project = self.candidate()
        role: str = self.pick(project["staffing"])["role"]
        person = self.add_person(role, unit=unit or project["unit"], **{"capacity": 1, **fields})
        self.tempt(project, role, person)
        return project, role, person

    def rows(self, section: str) -> list[Part]:
        """The rows of a section of the policy."""
        found: list[Part] = self.policy.setdefault(section, [])
        return found

    # The document

    def document(self, name: str) -> Part:
        """The finished document."""
        horizon = {"start": self.pick(HORIZON_STARTS[self.kind]), "periods": self.periods}
        whole: Part = {
            "schema": "scenario/1",
            "name": name,
            "money": {"currency": "CNY", "unit": 10000},
            "horizon": horizon,
            "units": self.units,
            "roles": [{"id": role} for role in self.roles],
            "people": self.people,
            "projects": self.projects,
            "fit": self.fit,
            "fit_is_complete": self.fit_is_complete,
            "market": self.market,
            "goals": self.goals,
            "targets": self.targets,
            "policy": self.policy,
            "baseline": self.baseline,
            "pins": self.pins,
        }
        document = {key: part for key, part in whole.items() if part is not None and part != []}
        for finish in self.finishing:
            finish(document)
        calendar = Horizon.model_validate(horizon)
        labelled: Part = _labelled(document, calendar)
        return labelled


def _labelled(value: Any, calendar: Horizon) -> Any:
    if isinstance(value, str) and value.startswith("@"):
        return calendar.label(int(value[1:]))
    if isinstance(value, dict):
        return {_labelled(key, calendar): _labelled(item, calendar) for key, item in value.items()}
    if isinstance(value, list):
        return [_labelled(item, calendar) for item in value]
    return value
