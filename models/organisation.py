"""Units form a tree with one root; some of them trade, that is buy and sell people at internal prices."""

from typing import Annotated

from pydantic import Discriminator, Tag

from models.horizon import PeriodLabel
from models.quantities import Money
from models.record import Id, Record, Text, shape_of

Budget = Annotated[
    Annotated[Money, Tag("\0number")] | Annotated[dict[PeriodLabel, Money], Tag("\0table")], Discriminator(shape_of)
]


class Unit(Record):
    """A node of the organisation: company, region, office, or any other level."""

    id: Id
    name: Text | None = None
    parent: Id | None = None
    level: Text | None = None
    trades: bool = False
    purchase_budget: Budget | None = None
    """A number is one limit over the horizon; a table limits the periods it names; absent is unlimited."""


class Role(Record):
    """A role that projects ask for."""

    id: Id
    name: Text | None = None
