"""People, what they can, and when they are taken."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from models.horizon import PeriodLabel
from models.quantities import Count, Effort
from models.record import Id, Listed, Record, Text, shape_of

Efforts = Annotated[
    Annotated[Effort, Tag("\0number")] | Annotated[Listed[Effort], Tag("\0list")], Discriminator(shape_of)
]
"""One number for every period, or one number per period; permille inside."""


class Booking(Record):
    """Effort already promised elsewhere, in every period from `first` to `last` inclusive."""

    first: PeriodLabel = Field(alias="from")
    last: PeriodLabel = Field(alias="to")
    effort: Effort
    why: Text | None = None


class Person(Record):
    """A person, or a team booked as one (capacity above 1 FTE)."""

    id: Id
    name: Text | None = None
    unit: Id
    roles: Listed[Id] = ()
    """The first role is the one whose pool the person belongs to."""
    grade: Count = 0
    skills: dict[Text, Count] = {}
    languages: Listed[Text] = ()
    capacity: Efforts = 1000
    max_projects: Count | None = None
    lendable: bool = True
    bookings: Listed[Booking] = ()

    @property
    def first_role(self) -> str | None:
        """The role whose pool the person belongs to."""
        return self.roles[0] if self.roles else None

    def capacity_by_period(self, periods: int) -> tuple[int, ...]:
        """Capacity in permille, one entry per period of the horizon."""
        return (self.capacity,) * periods if isinstance(self.capacity, int) else self.capacity
