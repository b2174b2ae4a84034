"""The internal market: at which rates and how far units buy people from one another."""

from typing import Literal

from models.quantities import Count, Effort, Money, Ratio, Share
from models.record import Id, Listed, Record


class Rate(Record):
    """Money per FTE-period. The row that names most keys wins; buyer and seller are trading units."""

    role: Id | None = None
    grade: Count | None = None
    seller: Id | None = None
    buyer: Id | None = None
    rate: Money


class ByDistance(Record):
    """One ratio for purchases within a region, one across regions."""

    same_region: Ratio = 0
    cross_region: Ratio = 0


class Market(Record):
    """The rules of buying and selling."""

    rates: Listed[Rate] = ()
    markup: ByDistance = ByDistance()
    friction: ByDistance = ByDistance()
    max_sold_share: Share | None = None
    min_effort: Effort = 0
    min_periods: Count = 0
    scope: Literal["none", "region", "company"] = "company"
