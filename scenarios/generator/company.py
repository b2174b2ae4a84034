"""The company: regions, their offices, and which of them trade."""

from dataclasses import dataclass, field
from typing import Any

from scenarios.generator.dice import Dice
from scenarios.generator.names import ABROAD_REGIONS, HOME_REGIONS, INDUSTRIES, OFFICES, ORDINALS, PRODUCTS, both
from scenarios.generator.settings import GeneratorSettings

Part = dict[str, Any]

LARGEST_COMPANY_POOL = 250
"""Up to so many project managers, units buy all over the company; beyond, within their region."""
MANAGERS_PER_REGION = 150


@dataclass(slots=True)
class Place:
    """A unit where people and projects are at home."""

    unit: str
    trading: str
    region: int
    abroad: bool


@dataclass(slots=True)
class Company:
    """The tree of units, and how people and projects spread over it."""

    units: list[Part]
    places: list[Place] = field(default_factory=list)
    people_weights: list[int] = field(default_factory=list)
    project_weights: list[int] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    region_names: list[tuple[str, str]] = field(default_factory=list)
    industry_weights: list[list[int]] = field(default_factory=list)
    """By region: each has industries, and products, in which its customers and its people are at home."""
    product_weights: list[list[int]] = field(default_factory=list)
    whole_company: bool = True
    """Whether units may buy all over the company."""

    def trading_units(self) -> list[str]:
        """The trading units, in order."""
        return [unit["id"] for unit in self.units if unit.get("trades")]

    def pool(self, place: Place) -> int:
        """The number of the market that a place buys in."""
        return 0 if self.whole_company else place.region


def head_count(settings: GeneratorSettings, per_person: int) -> int:
    """People of a role when each has about so many projects; fewer the more difficult it is to be."""
    return max(2, settings.projects * 1000 // (per_person * settings.dial(800, 1200)))


def make_company(settings: GeneratorSettings, dice: Dice) -> Company:
    """Regions of a size that fits the portfolio; large offices trade, small ones belong to their region."""
    managers = head_count(settings, settings.projects_per_manager)
    whole_company = managers <= LARGEST_COMPANY_POOL
    regions = min(8, max(2, managers // 20)) if whole_company else -(-managers // MANAGERS_PER_REGION)
    offices = min(8, max(2, managers // regions // 6))
    head: Part = {"id": "hq", "name": both("大衡数智", "Daheng Digital"), "level": "company"}
    company = Company([head], whole_company=whole_company)
    for number in range(regions):
        _add_region(company, number, offices, dice)
    return company


def _region_name(number: int) -> tuple[str, str, bool]:
    """Two regions at home, then one abroad, and so on; when the names are used up they are numbered."""
    abroad = number % 3 == 2
    turn, place = divmod(number // 3 if abroad else number - number // 3, 8)
    chinese, english = (ABROAD_REGIONS if abroad else HOME_REGIONS)[place]
    return (f"{chinese}{_ordinal(turn)}", f"{english} {turn + 1}", abroad) if turn else (chinese, english, abroad)


def _ordinal(turn: int) -> str:
    """二, 三, … for the second, third, … time that a name is used."""
    return ORDINALS[turn] if turn < len(ORDINALS) else str(turn + 1)


def _add_region(company: Company, number: int, offices: int, dice: Dice) -> None:
    chinese, english, abroad = _region_name(number)
    region = f"R{number + 1:02d}"
    company.regions.append(region)
    company.region_names.append((chinese, english))
    company.units.append(
        {
            "id": region,
            "name": both(f"{chinese}地区部", f"{english} region"),
            "parent": "hq",
            "level": "region",
            "trades": True,
        }
    )
    trading = max(1, offices * 2 // 5)
    for words, count, weights in (
        (INDUSTRIES, 4, company.industry_weights),
        (PRODUCTS, 4, company.product_weights),
    ):
        at_home = dice.some(range(len(words)), count)
        weights.append([12 if index in at_home else 1 for index in range(len(words))])
    for index in range(offices):
        office = f"{region}-{index + 1:02d}"
        city_zh, city_en = OFFICES[(number * 5 + index) % len(OFFICES)]
        unit: Part = {
            "id": office,
            "name": both(f"{chinese}{city_zh}代表处", f"{english} {city_en} office"),
            "parent": region,
            "level": "office",
        }
        trades = index < trading
        if trades:
            unit["trades"] = True
        company.units.append(unit)
        company.places.append(Place(office, office if trades else region, number, abroad))
        size = 100 if trades else 60
        company.people_weights.append(size * dice.between(60, 140))
        company.project_weights.append(size * dice.between(70, 130))
