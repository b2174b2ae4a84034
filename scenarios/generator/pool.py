"""Who is eligible, counted quickly: the people of a role in one market, as bit sets by what they bring."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

Part = dict[str, Any]

_LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a project asks of whoever fills a role."""

    grade: int
    industry: int
    """Level in the project's industry, 0 for none; likewise for the product."""
    product: int
    english: bool

    def need(self, role: str, industry: str, product: str) -> Part:
        """The requirements as a staffing row, without effort."""
        row: Part = {"role": role}
        if self.grade:
            row["min_grade"] = self.grade
        skills = {f"industry:{industry}": self.industry, f"product:{product}": self.product}
        if any(skills.values()):
            row["skills"] = {name: level for name, level in skills.items() if level}
        if self.english:
            row["languages"] = ["en"]
        return row


@dataclass(slots=True)
class Pool:
    """The people of one role who could work in one market."""

    people: list[Part] = field(default_factory=list)
    _bringing: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))
    _own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _lendable: int = 0

    def add(self, person: Part, trading: str) -> None:
        """One more person, at home in a trading unit."""
        bit = 1 << len(self.people)
        self.people.append(person)
        for grade in range(person["grade"] + 1):
            self._bringing["grade", grade] |= bit
        for skill, reached in person["skills"].items():
            for level in range(1, reached + 1):
                self._bringing[skill, level] |= bit
        if "en" in person["languages"]:
            self._bringing["en", 1] |= bit
        if person.get("lendable", True):
            self._lendable |= bit
        self._own[trading] |= bit

    def own(self, trading: str) -> int:
        """The people of a trading unit."""
        return self._own[trading]

    def eligible(self, asked: Asked, industry: str, product: str, trading: str) -> int:
        """The people who bring what is asked and may work for the trading unit."""
        found = self._bringing["grade", asked.grade] & (self._lendable | self._own[trading])
        if asked.industry:
            found &= self._bringing[f"industry:{industry}", asked.industry]
        if asked.product:
            found &= self._bringing[f"product:{product}", asked.product]
        if asked.english:
            found &= self._bringing["en", 1]
        return found

    def ways(self, grades: range, industry: str, product: str, english: bool, trading: str) -> list[tuple[int, Asked]]:
        """Every way to ask for people of this industry and product, with the number of those who are eligible."""
        found: list[tuple[int, Asked]] = []
        base = self._lendable | self._own[trading]
        if english:
            base &= self._bringing["en", 1]
        in_industry = [base, *(base & self._bringing[f"industry:{industry}", level] for level in _LEVELS)]
        in_product = [-1, *(self._bringing[f"product:{product}", level] for level in _LEVELS)]
        for grade in grades:
            good = self._bringing["grade", grade]
            for industry_level, first in enumerate(in_industry):
                able = first & good
                for product_level, second in enumerate(in_product):
                    asked = Asked(grade, industry_level, product_level, english)
                    found.append(((able & second).bit_count(), asked))
        return found
