"""The internal market: rates, and budgets to buy with."""

from collections.abc import Iterator

from models.findings import Finding
from models.market import Rate
from models.validation.places import address, removing, replacing
from models.validation.report import found
from models.validation.subject import Subject


def rates(subject: Subject) -> Iterator[Finding]:
    """Two rows for the same rate; rows that name units which do not trade; a market in which nothing has a rate."""
    market = subject.scenario.market
    if market is None:
        return
    first: dict[tuple[object, ...], str] = {}
    taken = {_key(rate) for rate in market.rates}
    for path, rate in subject.placed(("market", "rates"), market.rates):
        if subject.sure(*path):
            key = _key(rate)
            if key in first:
                yield found("rate_twice", path, removing(path), first=first[key])
            first.setdefault(key, address(path))
        for field, unit in (("seller", rate.seller), ("buyer", rate.buyer)):
            if unit is not None and subject.tree.trading_unit(unit) is not None and unit not in subject.traders:
                trader = subject.tree.trading_unit(unit) or ""
                free = _key(rate.replace(**{field: trader})) not in taken
                fix = replacing((*path, field), trader) if free else None
                yield found("rate_unit_not_trading", (*path, field), fix, unit=unit, trader=trader)
    if market.scope != "none" and not market.rates:
        yield found("market_without_rates", ("market", "rates"))
    if market.scope == "none" and market.rates:
        yield found("rates_without_market", ("market", "scope"), count=len(market.rates))


def _key(rate: Rate) -> tuple[object, ...]:
    return rate.role, rate.grade, rate.seller, rate.buyer


def budgets(subject: Subject) -> Iterator[Finding]:
    """Budgets of units that do not trade."""
    for path, unit in subject.placed(("units",), subject.scenario.units):
        trader = subject.tree.trading_unit(unit.id)
        if unit.purchase_budget is not None and trader is not None and unit.id not in subject.traders:
            yield found("budget_not_trading", (*path, "purchase_budget"), unit=unit.id, trader=trader)
