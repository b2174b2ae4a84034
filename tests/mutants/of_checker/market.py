"""Faults in the internal market: who buys from whom, at which price, within which limits."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_RANK = "key=lambda named: (sum(named), named), reverse=True)"
_AMOUNT = "half_up(effort * rate * with_markup, EFFORT_SCALE * RATIO_SCALE) for effort in engagement.efforts"
_FRICTION = """\
sum(
        half_up(effort * rate * friction_share, EFFORT_SCALE * RATIO_SCALE) for effort in engagement.efforts
    )"""

_OFFICES_HAVE_BUDGETS = """\
    for unit in case.book.scenario.units:
        if isinstance(unit.purchase_budget, int) and unit.id not in case.book.organisation.trading_units:
            bought = [e for e in case.engagements if e.purchased and e.project.project.unit == unit.id]
            if sum(sum(engagement.amounts) for engagement in bought) > unit.purchase_budget:
                yield Violation(RULE, (unit.id,), OVER_HORIZON)
    for budget in case.book.once(budgets):
        spent = budget.spent(case.spent)
"""

MUTANTS: tuple[Mutant, ...] = (
    # Whom a unit may buy
    _in_checker(
        "eligibility/all are lendable",
        "eligibility",
        "if not engagement.person.person.lendable:",
        "if False:",
        "lendable",
    ),
    _in_checker(
        "eligibility/scope none is no limit", "eligibility", 'if market.scope == "none" or (', "if (", "scope_none"
    ),
    _in_checker(
        "eligibility/scope region is no limit",
        "eligibility",
        '(market.scope == "region" and not near)',
        "False",
        "scope_region",
    ),
    _in_checker(
        "eligibility/scope region is none",
        "eligibility",
        '(market.scope == "region" and not near)',
        'market.scope == "region"',
        "scope_region",
    ),
    _in_checker(
        "eligibility/no rate needed", "eligibility", "if engagement.rate is None:", "if False:", "rate_missing"
    ),
    _in_checker(
        "eligibility/no smallest effort",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if False:",
        "min_effort",
    ),
    _in_checker(
        "eligibility/more than the smallest effort",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if engagement.total <= market.min_effort * periods:",
        "min_effort",
        "rate_by_grade",
        "purchase_free",
    ),
    _in_checker(
        "eligibility/a permille above the smallest effort",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if engagement.total < (market.min_effort and market.min_effort + 1) * periods:",
        "min_effort",
    ),
    _in_checker(
        "eligibility/mean effort rounded to a permille",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if periods and (2 * engagement.total + periods) // (2 * periods) < market.min_effort:",
        "min_effort",
        "min_effort_exact",
    ),
    _in_checker(
        "eligibility/the smallest effort holds in each period",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if any(effort < market.min_effort for effort in engagement.efforts):",
        "min_effort",
    ),
    _in_checker(
        "eligibility/mean effort over the whole project",
        "eligibility",
        "if engagement.total < market.min_effort * periods:",
        "if sum(engagement.project.profiles[engagement.role]) < market.min_effort * engagement.project.duration:",
        "min_effort",
        "min_effort_cut",
    ),
    _in_checker(
        "eligibility/no shortest purchase",
        "eligibility",
        "if periods < market.min_periods:",
        "if False:",
        "min_periods",
    ),
    _in_checker(
        "eligibility/longer than the shortest purchase",
        "eligibility",
        "if periods < market.min_periods:",
        "if periods <= market.min_periods and market.min_periods:",
        "min_periods",
    ),
    _in_checker(
        "eligibility/the shortest purchase counts behind the horizon",
        "eligibility",
        "if periods < market.min_periods:",
        "if engagement.project.duration < market.min_periods:",
        "min_periods",
    ),
    _in_checker(
        "eligibility/the shortest purchase counts effort only",
        "eligibility",
        "if periods < market.min_periods:",
        "if sum(effort > 0 for effort in engagement.efforts) < market.min_periods:",
        "min_periods",
    ),
    _in_checker(
        "eligibility/the market binds at home",
        "eligibility",
        "    if engagement.purchased:\n        yield from _market",
        "    if engagement.purchased or book.market.min_periods or book.market.min_effort:\n        yield from _market",
        "smallest_purchase_only_bought",
    ),
    # Rates
    _in_checker("rates/the first key decides", "rates", _RANK, "reverse=True)", "rate_of_most_keys"),
    _in_checker(
        "rates/the fewest keys win",
        "rates",
        _RANK,
        "key=lambda named: (-sum(named), named), reverse=True)",
        "rate_by_grade",
        "rate_by_buyer_and_seller",
    ),
    _in_checker(
        "rates/role over grade over seller over buyer",
        "rates",
        _RANK,
        "key=lambda named: (sum(named), named[::-1]), reverse=True)",
        "rate_by_buyer_and_seller",
    ),
    _in_checker(
        "rates/seller over buyer",
        "rates",
        _RANK,
        "key=lambda named: (sum(named), named[1], named[0], *named[2:]), reverse=True)",
        "rate_by_buyer_and_seller",
    ),
    _in_checker(
        "rates/grade over seller",
        "rates",
        _RANK,
        "key=lambda named: (sum(named), named[0], named[2], named[1], named[3]), reverse=True)",
        "rate_by_buyer_and_seller",
    ),
    _in_checker(
        "rates/role over grade",
        "rates",
        _RANK,
        "key=lambda named: (sum(named), *named[:2], named[3], named[2]), reverse=True)",
        "rate_by_buyer_and_seller",
    ),
    _in_checker(
        "rates/rows name the unit itself",
        "engagement",
        "buyer, seller = engagement.project.buyer, engagement.person.unit",
        "buyer, seller = engagement.project.project.unit, engagement.person.person.unit",
        "rate_by_buyer_and_seller",
        "rate_of_trading_unit",
    ),
    # Trading units and distance
    _in_checker(
        "organisation/every unit trades",
        "organisation",
        "(above for above in line if by_id[above].trades)",
        "(above for above in line)",
        "purchase_budget_not_trading",
        "target_unit",
        "market_absent",
    ),
    _in_checker(
        "organisation/only units that trade by name",
        "organisation",
        "line[-1])\n            for unit_id, line in self.line.items()",
        "line[0])\n            for unit_id, line in self.line.items()",
        "root_trades",
    ),
    _in_checker(
        "organisation/the farthest unit that trades",
        "organisation",
        "(above for above in line if by_id[above].trades)",
        "(above for above in reversed(line) if by_id[above].trades)",
        "purchase_budget_nested",
        "distance",
    ),
    _in_checker(
        "distance/all are in one region",
        "organisation",
        'return "same_region" if self.region[one] == self.region[other] else "cross_region"',
        'return "same_region"',
        "distance",
    ),
    _in_checker(
        "distance/nobody is in the same region",
        "organisation",
        'return "same_region" if self.region[one] == self.region[other] else "cross_region"',
        'return "cross_region"',
        "distance",
    ),
    _in_checker(
        "distance/a region by its level only",
        "organisation",
        "line[-2] if len(line) > 1 else line[-1]",
        "line[0]",
        "distance",
        "scope_region",
        "region_unmarked",
    ),
    _in_checker(
        "distance/what hangs on no region is in one",
        "organisation",
        "line[-2] if len(line) > 1 else line[-1]",
        "line[-1]",
        "distance",
        "scope_region",
        "region_unmarked",
    ),
    _in_checker(
        "distance/the region below the root",
        "organisation",
        'next((above for above in line if by_id[above].level == "region"), None)',
        "None",
        "distance",
        "scope_region",
        "region_nested",
    ),
    # Friction
    _in_checker(
        "friction/after mark-up",
        "engagement",
        "effort * rate * friction_share, EFFORT_SCALE * RATIO_SCALE",
        "effort * rate * with_markup * friction_share, EFFORT_SCALE * RATIO_SCALE**2",
        "friction_before_markup",
    ),
    _in_checker(
        "friction/the whole price is a cost",
        "friction",
        "-sum(engagement.friction for",
        "-sum(engagement.friction + sum(engagement.amounts) for",
        "friction",
        "purchase_budget",
        "rate_by_grade",
    ),
    _in_checker(
        "friction/the mark-up is a cost",
        "friction",
        "-sum(engagement.friction for",
        "-sum(engagement.friction + (sum(engagement.amounts) - engagement.total * (engagement.rate or 0) // 1000) for",
        "friction_before_markup",
    ),
    _in_checker(
        "friction/half down",
        "engagement",
        "half_up(effort * rate * friction_share, EFFORT_SCALE * RATIO_SCALE)",
        "-((EFFORT_SCALE * RATIO_SCALE // 2 - effort * rate * friction_share) // (EFFORT_SCALE * RATIO_SCALE))",
        "friction_half",
    ),
    _in_checker(
        "friction/rounded once over all periods",
        "engagement",
        _FRICTION,
        "half_up(engagement.total * rate * friction_share, EFFORT_SCALE * RATIO_SCALE)",
        "friction_half",
    ),
    _in_checker(
        "friction/a cent more",
        "friction",
        "-sum(engagement.friction for",
        "-sum(engagement.friction + engagement.purchased for",
        "friction",
    ),
    _in_checker(
        "friction/the same at every distance",
        "engagement",
        "friction_share = friction.same_region if same_region else friction.cross_region",
        "friction_share = friction.cross_region",
        "distance",
    ),
    _in_checker(
        "markup/the same at every distance",
        "engagement",
        "(markup.same_region if same_region else markup.cross_region)",
        "markup.cross_region",
        "markup",
        "markup_by_distance",
    ),
    # Budgets
    _in_checker(
        "purchase_budget/what is spent to the cent is too much",
        "purchase_budget",
        "        if spent > budget.in_force:\n            label",
        "        if spent and spent >= budget.in_force:\n            label",
        "markup",
        "raised_budget",
        "purchase_half",
    ),
    _in_checker(
        "purchase_budget/a cent more",
        "purchase_budget",
        "        if spent > budget.in_force:\n            label",
        "        if spent > budget.in_force + 1:\n            label",
        "purchase_half",
    ),
    _in_checker(
        "purchase_budget/without mark-up",
        "engagement",
        "half_up(effort * rate * with_markup, EFFORT_SCALE * RATIO_SCALE)",
        "half_up(effort * rate, EFFORT_SCALE)",
        "markup",
    ),
    _in_checker(
        "purchase_budget/with friction",
        "purchase_budget",
        "        spent = budget.spent(case.spent)\n        if spent",
        "        spent = budget.spent(case.spent) + sum(\n"
        "            e.friction for e in case.engagements if e.purchased and e.project.buyer == budget.unit\n"
        "        )\n        if spent",
        "purchase_budget",
        "markup",
        "purchase_half",
    ),
    _in_checker(
        "purchase_budget/half down",
        "engagement",
        "half_up(effort * rate * with_markup, EFFORT_SCALE * RATIO_SCALE)",
        "-((EFFORT_SCALE * RATIO_SCALE // 2 - effort * rate * with_markup) // (EFFORT_SCALE * RATIO_SCALE))",
        "purchase_half",
    ),
    _in_checker(
        "purchase_budget/the rate with mark-up rounded first",
        "engagement",
        "half_up(effort * rate * with_markup, EFFORT_SCALE * RATIO_SCALE)",
        "half_up(effort * half_up(rate * with_markup, RATIO_SCALE), EFFORT_SCALE)",
        "markup",
        "purchase_half",
        "markup_exact",
    ),
    _in_checker(
        "purchase_budget/rounded once over all periods",
        "engagement",
        f"tuple(\n        {_AMOUNT}\n    )",
        """tuple(
        half_up(sum(engagement.efforts[: n + 1]) * rate * with_markup, EFFORT_SCALE * RATIO_SCALE)
        - half_up(sum(engagement.efforts[:n]) * rate * with_markup, EFFORT_SCALE * RATIO_SCALE)
        for n in range(len(engagement.efforts))
    )""",
        "purchase_half",
        "purchase_half_in_two_periods",
    ),
    _in_checker(
        "purchase_budget/periods not named have nothing",
        "purchase_budget",
        "            if label in unit.purchase_budget:\n                yield unit.id, period, unit.purchase_budget[label]",
        "            yield unit.id, period, unit.purchase_budget.get(label, 0)",
        "purchase_budget_by_period",
    ),
    _in_checker(
        "purchase_budget/periods share their budgets",
        "purchase_budget",
        "        for period, label in enumerate(book.labels):\n"
        "            if label in unit.purchase_budget:\n                yield unit.id, period, unit.purchase_budget[label]",
        "        yield unit.id, None, sum(unit.purchase_budget.get(label, 0) for label in book.labels)",
        "purchase_budget_by_period",
    ),
    _in_checker(
        "purchase_budget/the horizon's budget is each period's",
        "purchase_budget",
        "            yield unit.id, None, unit.purchase_budget\n",
        "            yield from ((unit.id, period, unit.purchase_budget) for period in range(book.periods))\n",
        "purchase_budget",
    ),
    _in_checker(
        "purchase_budget/no budget is nothing",
        "purchase_budget",
        "        if unit.id not in trading or unit.purchase_budget is None:\n            continue\n",
        "        if unit.id not in trading:\n            continue\n"
        "        if unit.purchase_budget is None:\n            yield unit.id, None, 0\n            continue\n",
        "friction",
        "seller_cap",
    ),
    _in_checker(
        "purchase_budget/a unit that does not trade has one too",
        "purchase_budget",
        "    for budget in case.book.once(budgets):\n        spent = budget.spent(case.spent)\n",
        _OFFICES_HAVE_BUDGETS,
        "purchase_budget_not_trading",
    ),
    _in_checker(
        "purchase_budget/a budget covers trading units below",
        "purchase_budget",
        "        row = by_period.get(self.unit)\n        if row is None:",
        "        row = [sum(column) for column in zip(*by_period.values())]\n        if not row:",
        "purchase_budget_nested",
        "purchase_budget",
    ),
    _in_checker(
        "purchase_budget/nothing raises it",
        "purchase_budget",
        "return max(self.stated, self.standing)",
        "return self.stated",
        "raised_budget",
    ),
    _in_checker(
        "purchase_budget/what is raised has no limit",
        "purchase_budget",
        "return max(self.stated, self.standing)",
        "return self.stated if self.stated >= self.standing else 10**15",
        "raised_budget",
    ),
    # What a seller may sell
    _in_checker(
        "seller_cap/a permille more",
        "seller_cap",
        "            if effort * RATIO_SCALE > limit:\n                stated",
        "            if effort * RATIO_SCALE > limit + RATIO_SCALE:\n                stated",
        "seller_cap_exact",
    ),
    _in_checker(
        "seller_cap/a permille less",
        "seller_cap",
        "            if effort * RATIO_SCALE > limit:\n                stated",
        "            if effort * RATIO_SCALE > limit - RATIO_SCALE:\n                stated",
        "seller_cap_exact",
        "raised_seller_cap",
    ),
    _in_checker(
        "seller_cap/what is full is too much",
        "seller_cap",
        "            if effort * RATIO_SCALE > limit:\n                stated",
        "            if effort * RATIO_SCALE >= limit:\n                stated",
        "raised_seller_cap",
        "seller_cap",
        "seller_cap_full",
    ),
    _in_checker(
        "seller_cap/the cap rounded to a permille",
        "seller_cap",
        "            limit = max(share * supply[period], floor[period] * RATIO_SCALE)",
        "            limit = max((share * supply[period] + 5000) // RATIO_SCALE, floor[period]) * RATIO_SCALE",
        "seller_cap_exact",
    ),
    _in_checker(
        "seller_cap/nothing raises it",
        "seller_cap",
        "            limit = max(share * supply[period], floor[period] * RATIO_SCALE)",
        "            limit = share * supply[period]",
        "raised_seller_cap",
    ),
    _in_checker(
        "seller_cap/what is raised has no limit",
        "seller_cap",
        "            limit = max(share * supply[period], floor[period] * RATIO_SCALE)",
        "            limit = 10**12 if floor[period] * RATIO_SCALE > share * supply[period] else share * supply[period]",
        "raised_seller_cap",
    ),
    _in_checker(
        "seller_cap/no share is nothing",
        "seller_cap",
        "    share = case.book.market.max_sold_share\n    if share is None:\n        return\n",
        "    share = case.book.market.max_sold_share or 0\n",
        "friction",
        "purchase_budget",
    ),
    _in_checker(
        "seller_cap/supply of all who have the role",
        "seller_cap",
        "        supply = case.book.supply.get(pool, case.book.nothing)\n        floor",
        "        holders = [p for p in case.book.people.values() if p.unit == pool[0] and pool[1] in p.person.roles]\n"
        "        supply = [sum(capacity) for capacity in zip(case.book.nothing, *(p.capacity for p in holders))]\n"
        "        floor",
        "seller_cap_by_first_role",
    ),
    _in_checker(
        "seller_cap/sold by the first role",
        "case",
        "_add_from(self.sold, (person.unit, role), book.nothing",
        "_add_from(self.sold, (person.unit, person.person.first_role), book.nothing",
        "seller_cap_by_first_role",
    ),
    _in_checker(
        "seller_cap/over the whole horizon",
        "seller_cap",
        "    for pool, sold in case.sold.items():\n",
        "    for pool, sold in case.sold.items():\n        sold = [sum(sold)] * len(sold)\n",
        "seller_cap",
        "seller_cap_exact",
    ),
    _in_checker(
        "seller_cap/all roles together",
        "case",
        "_add_from(self.sold, (person.unit, role), book.nothing",
        "_add_from(self.sold, (person.unit, min(r.id for r in book.scenario.roles)), book.nothing",
        "seller_cap_by_first_role",
        "seller_cap",
    ),
)
