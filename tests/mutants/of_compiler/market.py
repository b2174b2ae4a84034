"""Faults in the internal market: who buys from whom, at which price, within which limits."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_RANK = "return (sum(part is not None for part in key), buyer is not None, seller is not None, grade is not None)"
_AMOUNT = "        factor = self.rate * (RATIO_SCALE + self.markup)\n        return [half_up(effort * factor, EFFORT_SCALE * RATIO_SCALE) for effort in efforts]\n"
_FRICTION = "        factor = self.rate * self.friction\n        return [half_up(effort * factor, EFFORT_SCALE * RATIO_SCALE) for effort in efforts]\n"
_RATE = "facts.rates.rate(role, grade, units[seller].id, units[buyer].id)"
_TRADES = "(node for node in path if self.units[node].trades)"
_BELOW_ROOT = "path[-2] if len(path) > 1 else path[-1])"
_AT_DISTANCE = "return shares.same_region if distance == Distance.SAME_REGION else shares.cross_region"
_ROW_LIMIT = "draft.builder.limit(row, ABOVE, limit)"
_OVER_HORIZON = "max(unit.purchase_budget, int(spent.sum()))"
_CAP = "facts.supply.get(key, none) * share // RATIO_SCALE"
_SOLD_LEVELS = "np.array(levels, np.int64).ravel())"


def _cumulative(lines: str) -> str:
    """Rounded once over all periods: each period has what the sum grows by."""
    factor, _ = lines.split("\n        return ")
    return (
        f"{factor}\n"
        "        sums = [half_up(sum(efforts[:n]) * factor, EFFORT_SCALE * RATIO_SCALE) for n in range(len(efforts) + 1)]\n"
        "        return [after - before for before, after in zip(sums, sums[1:])]\n"
    )


MUTANTS: tuple[Mutant, ...] = (
    # Rates
    _in_compiler(
        "rates/the first key decides",
        "facts.market",
        _RANK,
        "return (buyer is not None, seller is not None, grade is not None, key[0] is not None)",
        "rate_of_most_keys",
    ),
    _in_compiler(
        "rates/the fewest keys win",
        "facts.market",
        _RANK,
        _RANK.replace("(sum(", "(-sum("),
        "rate_by_grade",
        "rate_by_buyer_and_seller",
    ),
    _in_compiler(
        "rates/seller over buyer",
        "facts.market",
        _RANK,
        _RANK.replace("buyer is not None, seller is not None", "seller is not None, buyer is not None"),
        "rate_by_buyer_and_seller",
    ),
    _in_compiler(
        "rates/grade over seller",
        "facts.market",
        _RANK,
        _RANK.replace("seller is not None, grade is not None", "grade is not None, seller is not None"),
        "rate_by_buyer_and_seller",
    ),
    _in_compiler(
        "rates/role over grade",
        "facts.market",
        _RANK,
        _RANK.replace("grade is not None)", "grade is None)"),
        "rate_by_buyer_and_seller",
    ),
    _in_compiler(
        "rates/an office sells for itself",
        "rules.eligibility.purchasable",
        "zip(self.facts.person_trader, self.facts.people, strict=True)",
        "zip((self.facts.organisation.index[p.unit] for p in self.facts.people), self.facts.people, strict=True)",
        "rate_of_trading_unit",
    ),
    _in_compiler(
        "rates/the buyer's rate for the seller",
        "rules.eligibility.purchasable",
        _RATE,
        "facts.rates.rate(role, grade, units[buyer].id, units[seller].id)",
        "rate_by_buyer_and_seller",
        "rate_of_trading_unit",
    ),
    _in_compiler(
        "rates/all grades cost the same",
        "rules.eligibility.purchasable",
        _RATE,
        _RATE.replace("grade,", "0,"),
        "rate_by_grade",
    ),
    # Trading units and distance
    _in_compiler(
        "organisation/every unit trades",
        "facts.organisation",
        _TRADES,
        "iter(path)",
        "purchase_budget_not_trading",
        "market_absent",
        "rate_of_trading_unit",
    ),
    _in_compiler(
        "organisation/only units that trade by name",
        "facts.organisation",
        f"next({_TRADES}, path[-1])",
        f"next({_TRADES}, path[0])",
        "root_trades",
    ),
    _in_compiler(
        "organisation/the farthest unit that trades",
        "facts.organisation",
        _TRADES,
        "(node for node in reversed(path) if self.units[node].trades)",
        "purchase_budget_nested",
        "distance",
    ),
    _in_compiler(
        "distance/all are in one region",
        "facts.organisation",
        "return Distance.SAME_REGION if self.region[seller] == self.region[buyer] else Distance.CROSS_REGION",
        "return Distance.SAME_REGION",
        "distance",
    ),
    _in_compiler(
        "distance/nobody is in the same region",
        "facts.organisation",
        "return Distance.SAME_REGION if self.region[seller] == self.region[buyer] else Distance.CROSS_REGION",
        "return Distance.CROSS_REGION",
        "distance",
    ),
    _in_compiler(
        "distance/a region by its level only",
        "facts.organisation",
        _BELOW_ROOT,
        "path[0])",
        "region_unmarked",
    ),
    _in_compiler(
        "distance/what hangs on no region is in one",
        "facts.organisation",
        _BELOW_ROOT,
        "path[-1])",
        "region_unmarked",
    ),
    _in_compiler(
        "distance/the region below the root",
        "facts.organisation",
        "if self.units[node].level == REGION)",
        "if False)",
        "region_nested",
    ),
    _in_compiler(
        "distance/the farthest region",
        "facts.organisation",
        "(node for node in path if self.units[node].level == REGION)",
        "(node for node in reversed(path) if self.units[node].level == REGION)",
        "region_nested",
    ),
    # Friction
    _in_compiler(
        "friction/a cent more",
        "rules.friction",
        "Bought(draft.table).friction * MICRO_PER_CENT",
        "(Bought(draft.table).friction + 1) * MICRO_PER_CENT",
        "friction",
    ),
    _in_compiler("friction/a gain", "rules.friction", "] -= Bought", "] += Bought", "friction"),
    _in_compiler(
        "friction/the whole price is a cost",
        "rules.friction",
        "Bought(draft.table).friction * MICRO_PER_CENT",
        "(Bought(draft.table).friction + Bought(draft.table).amount) * MICRO_PER_CENT",
        "friction",
        "purchase_budget",
        "rate_by_grade",
    ),
    _in_compiler(
        "friction/the price for the friction",
        "bought",
        "(terms.frictions if friction else terms.amounts)",
        "(terms.amounts)",
        "friction",
        "purchase_budget",
    ),
    _in_compiler(
        "friction/after mark-up",
        "facts.market",
        _FRICTION,
        "        factor = self.rate * self.friction * (RATIO_SCALE + self.markup)\n"
        "        return [half_up(effort * factor, EFFORT_SCALE * RATIO_SCALE**2) for effort in efforts]\n",
        "friction_before_markup",
    ),
    _in_compiler(
        "friction/half down",
        "facts.market",
        _FRICTION,
        "        factor = self.rate * self.friction\n"
        "        return [-((EFFORT_SCALE * RATIO_SCALE // 2 - e * factor) // (EFFORT_SCALE * RATIO_SCALE)) for e in efforts]\n",
        "friction_half",
    ),
    _in_compiler(
        "friction/rounded once over all periods", "facts.market", _FRICTION, _cumulative(_FRICTION), "friction_half"
    ),
    _in_compiler(
        "friction/one period less",
        "bought",
        "return self.friction_sums[self.pair, self.span]",
        "return self.friction_sums[self.pair, self.span - 1]",
        "friction",
        "friction_half",
    ),
    _in_compiler(
        "friction/behind the horizon too",
        "bought",
        "return self.friction_sums[self.pair, self.span]",
        "return self.friction_sums[self.pair, -1]",
        "friction_cut",
    ),
    _in_compiler(
        "friction/the same at every distance",
        "facts.market",
        _AT_DISTANCE,
        "return shares.cross_region",
        "distance",
    ),
    _in_compiler(
        "friction/near for far",
        "facts.market",
        _AT_DISTANCE,
        _AT_DISTANCE.replace("== Distance", "!= Distance"),
        "distance",
        "markup_by_distance",
    ),
    # Budgets
    _in_compiler(
        "purchase_budget/a cent more",
        "rules.purchase_budget",
        _ROW_LIMIT,
        "draft.builder.limit(row, ABOVE, limit + 1)",
        "purchase_half",
    ),
    _in_compiler(
        "purchase_budget/a cent less",
        "rules.purchase_budget",
        _ROW_LIMIT,
        "draft.builder.limit(row, ABOVE, max(0, limit - 1))",
        "purchase_half",
        "markup",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/without mark-up",
        "facts.market",
        _AMOUNT,
        _AMOUNT.replace(" + self.markup", ""),
        "markup",
    ),
    _in_compiler(
        "purchase_budget/mark-up the same at every distance",
        "facts.market",
        "share_at(market.markup, distance)",
        "market.markup.cross_region",
        "markup_by_distance",
    ),
    _in_compiler(
        "purchase_budget/with friction",
        "bought",
        "return self.amount_sums[self.pair, self.span]",
        "return self.amount_sums[self.pair, self.span] + self.friction_sums[self.pair, self.span]",
        "purchase_budget",
        "markup",
        "purchase_half",
    ),
    _in_compiler(
        "purchase_budget/half down",
        "facts.market",
        _AMOUNT,
        "        factor = self.rate * (RATIO_SCALE + self.markup)\n"
        "        return [-((EFFORT_SCALE * RATIO_SCALE // 2 - e * factor) // (EFFORT_SCALE * RATIO_SCALE)) for e in efforts]\n",
        "purchase_half",
    ),
    _in_compiler(
        "purchase_budget/the rate with mark-up rounded first",
        "facts.market",
        _AMOUNT,
        "        factor = half_up(self.rate * (RATIO_SCALE + self.markup), RATIO_SCALE)\n"
        "        return [half_up(effort * factor, EFFORT_SCALE) for effort in efforts]\n",
        "markup_exact",
    ),
    _in_compiler(
        "purchase_budget/rounded once over all periods",
        "facts.market",
        _AMOUNT,
        _cumulative(_AMOUNT),
        "purchase_half_in_two_periods",
    ),
    _in_compiler(
        "purchase_budget/pairs of profile and terms confused",
        "bought",
        "astype(np.int64) * len(offers.terms_list) + offers.terms[offer]",
        "astype(np.int64) * 0 + offers.profile[offer][:1].max(initial=0) * len(offers.terms_list) + offers.terms[offer]",
        "purchase_budget",
    ),
    _in_compiler(
        "purchase_budget/periods not named have nothing",
        "rules.purchase_budget",
        "for label, limit in unit.purchase_budget.items() if",
        "for label, limit in {**dict.fromkeys(facts.labels, 0), **unit.purchase_budget}.items() if",
        "purchase_budget_by_period",
    ),
    _in_compiler(
        "purchase_budget/not in the first period",
        "rules.purchase_budget",
        "if 0 <= period < facts.periods:",
        "if 0 < period < facts.periods:",
        "purchase_budget_by_period",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/one period late",
        "rules.purchase_budget",
        "    age = period - bought.table.first",
        "    age = period - 1 - bought.table.first",
        "purchase_budget_by_period",
    ),
    _in_compiler(
        "purchase_budget/only in the first period of a purchase",
        "rules.purchase_budget",
        "busy = (age >= 0) & (age < bought.span[own])",
        "busy = age == 0",
        "purchase_budget_second_period",
    ),
    _in_compiler(
        "purchase_budget/the horizon's budget is each period's",
        "rules.purchase_budget",
        "            _add(draft, row, candidates[own], bought.amount[own])\n",
        "            _add(draft, row, candidates[own], _in_period(bought, own, 0))\n"
        "            for period in range(1, facts.periods):\n"
        "                row = _row(draft, row_name(NAME, unit.id, str(period)), unit.purchase_budget)\n"
        "                _add(draft, row, candidates[own], _in_period(bought, own, period))\n",
        "purchase_budget",
    ),
    _in_compiler(
        "purchase_budget/no budget is nothing",
        "rules.purchase_budget",
        "        if isinstance(unit.purchase_budget, int):\n",
        "        if unit.purchase_budget is None:\n"
        "            row = _row(draft, row_name(NAME, unit.id), int(spent.sum()))\n"
        "            _add(draft, row, candidates[own], bought.amount[own])\n"
        "        if isinstance(unit.purchase_budget, int):\n",
        "friction",
        "seller_cap",
    ),
    _in_compiler(
        "purchase_budget/of the seller",
        "rules.purchase_budget",
        "buyer = draft.table.buyer[candidates]",
        "buyer = draft.table.seller[candidates]",
        "purchase_budget",
        "markup",
    ),
    _in_compiler(
        "purchase_budget/a budget covers trading units below",
        "rules.purchase_budget",
        "own = np.flatnonzero(buyer == trader)",
        "own = np.flatnonzero([trader in facts.organisation.paths[one] for one in buyer.tolist()])",
        "purchase_budget_nested",
    ),
    _in_compiler(
        "purchase_budget/a unit that does not trade has one too",
        "rules.purchase_budget",
        "    buyer = draft.table.buyer[candidates]\n    for trader in facts.traders:\n",
        "    buyer = np.array([facts.organisation.index[p.unit] for p in facts.projects], np.int64)[draft.table.project[candidates]]\n"
        "    for trader in range(len(facts.organisation.units)):\n",
        "purchase_budget_not_trading",
    ),
    _in_compiler(
        "purchase_budget/nothing raises the limit",
        "rules.purchase_budget",
        _OVER_HORIZON,
        "unit.purchase_budget",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/nothing raises the limit of a period",
        "rules.purchase_budget",
        "max(limit, int(spent[period]))",
        "limit",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/what is raised has no limit",
        "rules.purchase_budget",
        _OVER_HORIZON,
        "unit.purchase_budget if spent.sum() <= unit.purchase_budget else 10**12",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/raised by the first period alone",
        "rules.purchase_budget",
        _OVER_HORIZON,
        "max(unit.purchase_budget, int(spent[0]))",
        "raised_budget",
    ),
    _in_compiler(
        "purchase_budget/raised at the profile's effort",
        "facts.standing",
        "amounts = terms.amounts(self._profile(project, need, person))",
        "amounts = terms.amounts(self.facts.asked[project][need][: self.facts.periods])",
        "raised_by_fit",
    ),
    _in_compiler(
        "purchase_budget/raised without mark-up",
        "facts.facts",
        "return terms_of_trade(self.market, rate, self.organisation.distance(seller, buyer))",
        "return terms_of_trade(self.market, rate, 0)",
        "raised_budget",
    ),
    # What may be sold
    _in_compiler(
        "seller_cap/a permille more",
        "rules.seller_cap",
        _SOLD_LEVELS,
        "np.array(levels, np.int64).ravel() + 1)",
        "seller_cap_exact",
        "seller_cap_full",
    ),
    _in_compiler(
        "seller_cap/a permille less",
        "rules.seller_cap",
        _SOLD_LEVELS,
        "(np.array(levels, np.int64).ravel() - 1).clip(min=0))",
        "seller_cap_full",
    ),
    _in_compiler(
        "seller_cap/the cap rounded half up",
        "rules.seller_cap",
        _CAP,
        "(facts.supply.get(key, none) * share + RATIO_SCALE // 2) // RATIO_SCALE",
        "seller_cap_exact",
    ),
    _in_compiler(
        "seller_cap/all may be sold",
        "rules.seller_cap",
        _CAP,
        "facts.supply.get(key, none)",
        "seller_cap",
    ),
    _in_compiler(
        "seller_cap/no cap is a cap of nothing",
        "rules.seller_cap",
        "    if share is None:\n        return\n",
        "    share = share or 0\n",
        "friction",
        "distance",
    ),
    _in_compiler(
        "seller_cap/of the buyer",
        "rules.seller_cap",
        "table.seller[table.bought] * roles",
        "table.buyer[table.bought] * roles",
        "seller_cap",
    ),
    _in_compiler(
        "seller_cap/over all sellers",
        "rules.seller_cap",
        "table.seller[table.bought] * roles",
        "table.seller[table.bought].max(initial=0) * roles",
        "seller_cap_of_two",
    ),
    _in_compiler(
        "seller_cap/by the first role",
        "rules.seller_cap",
        "+ table.role[table.bought], return_inverse",
        "+ np.array([facts.role_index[p.first_role] if p.roles else 0 for p in facts.people])[table.person[table.bought]],\n"
        "        return_inverse",
        "seller_cap_by_first_role",
    ),
    _in_compiler(
        "seller_cap/one period late",
        "rules.seller_cap",
        "* periods + occupancy.period\n",
        "* periods + (occupancy.period + 1) % periods\n",
        "raised_seller_cap",
    ),
    _in_compiler(
        "seller_cap/over the whole horizon",
        "rules.seller_cap",
        "* periods + occupancy.period\n",
        "* periods\n",
        "seller_cap",
        "seller_cap_full",
        "purchase_free",
    ),
    _in_compiler(
        "seller_cap/nothing raises the limit",
        "rules.seller_cap",
        f"np.maximum({_CAP}, standing.get(key, none))",
        _CAP,
        "raised_seller_cap",
    ),
    _in_compiler(
        "seller_cap/what is raised has no limit",
        "rules.seller_cap",
        f"np.maximum({_CAP}, standing.get(key, none))",
        f"np.where(standing.get(key, none) > {_CAP}, 10**9, {_CAP})",
        "raised_seller_cap",
    ),
    _in_compiler(
        "seller_cap/what stays at home raises the limit",
        "facts.standing",
        "if seller != self.facts.project_trader[project]:",
        "if True:",
        "seller_cap_and_work_at_home",
    ),
    _in_compiler(
        "seller_cap/raised one period late",
        "facts.standing",
        "np.zeros(self.facts.periods, np.int64))[: len(profile)] += profile",
        "np.zeros(self.facts.periods, np.int64))[1 : len(profile) + 1] += profile[: self.facts.periods - 1]",
        "raised_seller_cap",
    ),
)
