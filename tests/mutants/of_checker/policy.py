"""Faults in slight hunger, use of people, and limits on initiation."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_LOW = "level[period] < band.low[period]:\n                cost += (band.low[period] - level[period])"
_HIGH = "level[period] > band.high[period]:\n                cost += (level[period] - band.high[period])"
_LOW_EDGE = "half_up((offset + row.low) * b, RATIO_SCALE)"
_HIGH_EDGE = "half_up((offset + row.high) * b, RATIO_SCALE)"
_ASKED = "if not (project.in_flight or (project.project.qualified and project.project.start is not None)):"
_FLOOR = "half_up(row.floor * supply, RATIO_SCALE)"
_SUPPLY = "return [short - b + x for short, b, x in zip(unserved, bought, sold, strict=True)]"
_NEAREST = "            if found := tuple(row for row in rows if row.unit == name):\n                return found\n        return ()"
_USED = "        if budget is not None and use.pursuit_cost > budget:\n            stated"
_STARTED = "            for period, count in sorted(use.by_period.items()):\n                if count > most:"
_BELOW = "below = frozenset(c.id for c in candidates if row.unit in organisation.line[c.project.unit])"
_STAR = "Scope(unit, row, frozenset(c.id for c in candidates if c.buyer == unit))"
_COUNTED = "            use.pursuit_cost += project.project.value.pursuit_cost\n"

_AT_ITS_START = """\
    nothing = case.book.nothing
    late = {}
    for project in case.running:
        for role, profile in project.profiles.items() if not project.in_flight and project.project.qualified else ():
            row = late.setdefault((project.buyer, role), list(nothing))
            for start, sign in ((project.preferred, -1), (case.starts[project.id], 1)):
                for period in case.book.inside(start, project.duration):
                    row[period] += sign * profile[period - start]
    moved = late.get(pool, nothing)
"""
_ONLY_RUNNING = """\
    nothing = case.book.nothing
    moved = list(nothing)
    for project in case.book.projects.values():
        if not case.runs(project.id) and not project.in_flight and project.project.qualified:
            for period in case.book.inside(project.preferred, project.duration) if project.buyer == pool[0] else ():
                moved[period] -= project.profiles.get(pool[1], [0] * 99)[period - project.preferred]
"""
_WITH_FIT = """\
    nothing = case.book.nothing
    moved = list(nothing)
    for e in case.engagements:
        if (e.project.buyer, e.role) == pool and (e.project.in_flight or e.project.project.qualified):
            for period in case.book.inside(e.project.preferred, e.project.duration):
                moved[period] += (e.efforts + (0,) * 99)[period - e.project.preferred]
                moved[period] -= e.project.profiles[e.role][period - e.project.preferred]
"""


def _demand_moves(code: str, name: str, *focus: str) -> Mutant:
    """A fault that lets the demand depend on the plan."""
    return _in_checker(
        name,
        "hunger_band",
        "    nothing = case.book.nothing\n    bought, sold = case.bought.get(pool, nothing), case.sold.get(pool, nothing)\n"
        "    unserved = case.book.once(_unserved).get(pool, nothing)\n",
        f"{code}    bought, sold = case.bought.get(pool, nothing), case.sold.get(pool, nothing)\n"
        "    unserved = [a + b for a, b in zip(case.book.once(_unserved).get(pool, nothing), moved)]\n",
        *focus,
    )


MUTANTS: tuple[Mutant, ...] = (
    # Hunger
    _in_checker(
        "hunger_band/overfed costs nothing",
        "hunger_band",
        "* band.price_overfed\n",
        "* 0\n",
        "hunger_overfed",
        "stretch_low",
    ),
    _in_checker(
        "hunger_band/starving costs nothing",
        "hunger_band",
        "* band.price_starving\n",
        "* 0\n",
        "hunger_starving",
        "stretch_high",
    ),
    _in_checker(
        "hunger_band/the low edge a permille lower",
        "hunger_band",
        _LOW,
        _LOW.replace("band.low[period]", "band.low[period] - 1"),
        "hunger_overfed",
        "stretch_low",
    ),
    _in_checker(
        "hunger_band/the high edge a permille higher",
        "hunger_band",
        _HIGH,
        _HIGH.replace("band.high[period]:", "band.high[period] + 1:").replace("- band.high", "- 1 - band.high"),
        "hunger_starving",
        "stretch_high",
    ),
    _in_checker(
        "hunger_band/low edge half down",
        "hunger_band",
        _LOW_EDGE,
        "-((RATIO_SCALE // 2 - (offset + row.low) * b) // RATIO_SCALE)",
        "hunger_edge_half",
    ),
    _in_checker(
        "hunger_band/high edge half down",
        "hunger_band",
        _HIGH_EDGE,
        "-((RATIO_SCALE // 2 - (offset + row.high) * b) // RATIO_SCALE)",
        "hunger_starving_half",
    ),
    _in_checker(
        "hunger_band/low edge of load rounded before it is added",
        "hunger_band",
        _LOW_EDGE,
        "offset * b // RATIO_SCALE + row.low * b // RATIO_SCALE",
        "stretch_half",
        "stretch_low",
    ),
    _in_checker(
        "hunger_band/no low edge is an edge at nothing",
        "hunger_band",
        "low=None if row.low is None else tuple(half_up((offset + row.low)",
        "low=tuple(half_up((offset + (row.low or 0))",
        "hunger_starving",
        "hunger_open",
    ),
    _in_checker(
        "hunger_band/no high edge is an edge at nothing",
        "hunger_band",
        "high=None if row.high is None else tuple(half_up((offset + row.high)",
        "high=tuple(half_up((offset + (row.high or 0))",
        "hunger_overfed",
        "hunger_open",
    ),
    _in_checker(
        "hunger_band/hungry without demand",
        "hunger_band",
        "if by_load or asked[period])",
        "if True)",
        "hunger_no_demand",
        "hunger_star",
    ),
    _in_checker(
        "hunger_band/load is silent without demand",
        "hunger_band",
        "if by_load or asked[period])",
        "if asked[period])",
        "stretch_low",
        "stretch_sold",
    ),
    _in_checker(
        "hunger_band/load measured as shortage",
        "hunger_band",
        'by_load = row.measure == "stretch_load"',
        "by_load = False",
        "stretch_low",
        "stretch_high",
        "stretch_sold",
    ),
    _in_checker(
        "hunger_band/load between low and high times supply",
        "hunger_band",
        "(supply, RATIO_SCALE) if by_load",
        "(supply, 0) if by_load",
        "stretch_low",
        "stretch_high",
    ),
    _in_checker(
        "hunger_band/what is bought feeds nobody",
        "hunger_band",
        _SUPPLY,
        "return [short + x for short, x in zip(unserved, sold)]",
        "hunger_overfed",
    ),
    _in_checker(
        "hunger_band/what is sold is still there",
        "hunger_band",
        _SUPPLY,
        "return [short - b for short, b in zip(unserved, bought)]",
        "hunger_of_seller",
        "hunger_star",
    ),
    _in_checker(
        "hunger_band/bookings reduce supply",
        "hunger_band",
        _SUPPLY,
        "booked = case.book.booked.get(pool, nothing)\n"
        "    return [short - b + x + y for short, b, x, y in zip(unserved, bought, sold, booked)]",
        "hunger_and_bookings",
        "hunger_overfed",
        "hunger_starving",
    ),
    _in_checker(
        "hunger_band/bought by the first role",
        "case",
        "_add_from(self.bought, (buyer, role), book.nothing",
        "_add_from(self.bought, (buyer, person.person.first_role), book.nothing",
        "second_role",
        "hunger_of_second_role",
    ),
    _in_checker(
        "hunger_band/supply of all who have the role",
        "book",
        "            if person.pool is not None:\n                row = sums.setdefault(person.pool, list(self.nothing))\n",
        "            for role in person.person.roles:\n                row = sums.setdefault((person.unit, role), list(self.nothing))\n",
        "second_role",
        "hunger_of_second_role",
    ),
    _in_checker(
        "hunger_band/who has no role counts",
        "book",
        "pool=(unit, person.first_role) if person.first_role is not None else None,",
        "pool=(unit, person.first_role or self.scenario.roles[0].id),",
        "no_role",
    ),
    _in_checker("hunger_band/everything asked is demand", "hunger_band", _ASKED, "if False:", "hunger_qualified_only"),
    _in_checker(
        "hunger_band/what is in flight must be qualified",
        "hunger_band",
        _ASKED,
        "if not project.project.qualified:",
        "hunger_in_flight_demand",
    ),
    _in_checker(
        "hunger_band/what is in flight is no demand",
        "hunger_band",
        _ASKED,
        "if project.in_flight or not project.project.qualified:",
        "hunger_in_flight_demand",
    ),
    _in_checker(
        "hunger_band/demand as if all began inside the horizon",
        "hunger_band",
        "occupied = book.inside(project.preferred, project.duration)",
        "project = __import__('dataclasses').replace(project, preferred=max(0, project.preferred))\n"
        "        occupied = book.inside(project.preferred, project.duration)",
        "preferred_outside_demand",
    ),
    _demand_moves(
        _AT_ITS_START, "hunger_band/demand at the start chosen", "hunger_at_preferred_start", "preferred_outside_demand"
    ),
    _demand_moves(
        _ONLY_RUNNING, "hunger_band/demand of what runs only", "hunger_at_preferred_start", "hunger_starving"
    ),
    _demand_moves(_WITH_FIT, "hunger_band/demand as fit has it", "hunger_profile"),
    _in_checker(
        "hunger_band/all rows hold",
        "organisation",
        _NEAREST,
        "            pass\n        return tuple(r for r in rows if r.unit in (*self.line[unit_id], EVERY_TRADING_UNIT))",
        "hunger_nearest",
        "utilisation_nearest",
    ),
    _in_checker(
        "hunger_band/the farthest rows hold",
        "organisation",
        "for name in (*self.line[unit_id], EVERY_TRADING_UNIT):",
        "for name in (EVERY_TRADING_UNIT, *reversed(self.line[unit_id])):",
        "hunger_nearest",
        "utilisation_nearest",
    ),
    _in_checker(
        "hunger_band/a row covers its own unit only",
        "organisation",
        "for name in (*self.line[unit_id], EVERY_TRADING_UNIT):",
        "for name in (unit_id, EVERY_TRADING_UNIT):",
        "hunger_nearest",
        "utilisation_nearest",
    ),
    _in_checker(
        "hunger_band/only the first of the nearest rows",
        "organisation",
        "                return found\n",
        "                return found[:1]\n",
        "hunger_adds_up",
        "utilisation_nearest",
    ),
    _in_checker(
        "hunger_band/the nearest of all roles",
        "hunger_band",
        "for row in book.organisation.nearest([row for row in book.scenario.policy.hunger if row.role == pool[1]], unit)\n",
        "for row in book.organisation.nearest(book.scenario.policy.hunger, unit)\n        if row.role == pool[1]\n",
        "hunger_by_role",
        "hunger_nearest",
    ),
    _in_checker(
        "hunger_band/a row covers what it is inside of",
        "organisation",
        "for name in (*self.line[unit_id], EVERY_TRADING_UNIT):",
        "for name in (*self.line[unit_id], *(u for u in self.line if self.trading[u] == unit_id), EVERY_TRADING_UNIT):",
        "hunger_inside_a_trading_unit",
    ),
    # Use
    _in_checker(
        "utilisation_floor/a permille less",
        "utilisation_floor",
        _FLOOR,
        f"max(0, {_FLOOR} - 1)",
        "utilisation_floor",
    ),
    _in_checker(
        "utilisation_floor/half down",
        "utilisation_floor",
        _FLOOR,
        "-((RATIO_SCALE // 2 - row.floor * supply) // RATIO_SCALE)",
        "utilisation_half",
    ),
    _in_checker(
        "utilisation_floor/what is sold is no use",
        "case",
        "        if person.pool is not None:\n            _add_from(self.pool_load",
        "        if person.pool is not None and not engagement.purchased:\n            _add_from(self.pool_load",
        "utilisation_sold",
        "stretch_sold",
    ),
    _in_checker(
        "utilisation_floor/what is bought is use",
        "case",
        "            _add_from(self.pool_load, person.pool, book.booked[person.pool], first, efforts)\n",
        "            pool = (engagement.project.buyer, person.pool[1])\n"
        "            _add_from(self.pool_load, pool, book.booked.get(pool, book.nothing), first, efforts)\n",
        "utilisation_sold",
    ),
    _in_checker(
        "utilisation_floor/bookings are no use",
        "book",
        "return self._by_pool(lambda person: person.booked)",
        "return self._by_pool(lambda person: self.nothing)",
        "utilisation_bookings",
        "stretch_sold",
    ),
    _in_checker(
        "utilisation_floor/load by the role assigned",
        "case",
        "            _add_from(self.pool_load, person.pool, book.booked[person.pool], first, efforts)\n",
        "            pool = (person.unit, engagement.role)\n"
        "            _add_from(self.pool_load, pool, book.booked.get(pool, book.nothing), first, efforts)\n",
        "second_role",
        "load_of_second_role",
    ),
    _in_checker(
        "utilisation_floor/over all roles and periods together",
        "utilisation_floor",
        "        idle = sum([least - used for least, used in zip(floor.least, load, strict=True) if used < least])\n",
        "        idle = max(0, sum(floor.least) - sum(load))\n",
        "utilisation_floor",
        "utilisation_over_time",
    ),
    # Limits on initiation
    _in_checker(
        "initiation_limits/a cent more",
        "initiation_limits",
        _USED,
        _USED.replace("> budget", "> budget + 1"),
        "pursuit_budget_exact",
    ),
    _in_checker(
        "initiation_limits/what is spent to the cent is too much",
        "initiation_limits",
        _USED,
        _USED.replace("> budget", ">= budget"),
        "pursuit_budget_exact",
    ),
    _in_checker(
        "initiation_limits/no pursuit budget is nothing",
        "initiation_limits",
        _USED,
        _USED.replace("budget is not None and use.pursuit_cost > budget", "use.pursuit_cost > (budget := budget or 0)"),
        "max_per_period",
        "initiation_nested",
    ),
    _in_checker(
        "initiation_limits/one start more",
        "initiation_limits",
        _STARTED,
        _STARTED.replace("> most", "> most + 1"),
        "max_per_period",
        "initiation_star",
    ),
    _in_checker(
        "initiation_limits/as many starts as the limit are too many",
        "initiation_limits",
        _STARTED,
        _STARTED.replace("> most", ">= most"),
        "max_per_period",
    ),
    _in_checker(
        "initiation_limits/starts of all periods",
        "initiation_limits",
        "use.by_period[start] = use.by_period.get(start, 0) + 1",
        "use.by_period[0] = use.by_period.get(0, 0) + 1",
        "max_per_period",
        "initiation_star",
    ),
    _in_checker(
        "initiation_limits/no limit on starts is none at all",
        "initiation_limits",
        "        if most is not None:\n            for period, count in sorted(use.by_period.items()):\n                if count > most:",
        "        if True:\n            for period, count in sorted(use.by_period.items()):\n                if count > (most or 0):",
        "pursuit_budget",
        "initiation_rows_twice",
    ),
    _in_checker(
        "initiation_limits/what is in flight uses them",
        "initiation_limits",
        "candidates = [project for project in book.projects.values() if not project.in_flight]",
        "candidates = list(book.projects.values())",
        "pursuit_budget_subsidised",
    ),
    _in_checker(
        "initiation_limits/what is deferred uses no budget",
        "initiation_limits",
        _COUNTED,
        "            if start <= project.preferred:\n                use.pursuit_cost += project.project.value.pursuit_cost\n",
        "pursuit_budget_deferred",
    ),
    _in_checker(
        "initiation_limits/what is deferred starts unseen",
        "initiation_limits",
        "use.by_period[start] = use.by_period.get(start, 0) + 1",
        "use.by_period[start] = use.by_period.get(start, 0) + (start <= project.preferred)",
        "max_per_period_deferred",
        "max_per_period",
    ),
    _in_checker(
        "initiation_limits/a negative pursuit cost gives no room",
        "initiation_limits",
        _COUNTED,
        "            use.pursuit_cost += max(0, project.project.value.pursuit_cost)\n",
        "pursuit_budget_subsidised",
    ),
    _in_checker(
        "initiation_limits/the unit without those below",
        "initiation_limits",
        _BELOW,
        _BELOW.replace("row.unit in organisation.line[c.project.unit]", "row.unit == c.project.unit"),
        "initiation_nested",
        "initiation_inside",
    ),
    _in_checker(
        "initiation_limits/only the nearest row binds",
        "initiation_limits",
        _BELOW,
        _BELOW.replace(
            "if row.unit in organisation.line[c.project.unit]",
            "if row.unit == next((u for u in organisation.line[c.project.unit] if u in named), None)",
        ),
        "initiation_nested",
    ),
    _in_checker(
        "initiation_limits/one row a unit",
        "initiation_limits",
        "    for row in rows:\n",
        "    for row in {row.unit: row for row in rows}.values():\n",
        "initiation_rows_twice",
    ),
    _in_checker(
        "initiation_limits/a row holds for each unit below",
        "initiation_limits",
        "            scopes.append(Scope(row.unit, row, below))\n",
        "            for unit in organisation.trading_units:\n"
        "                inside = frozenset(c.id for c in candidates if c.id in below and c.buyer == unit)\n"
        "                scopes.append(Scope(row.unit, row, inside))\n",
        "initiation_nested",
        "initiation_joint",
    ),
    _in_checker(
        "initiation_limits/* is replaced by nothing",
        "initiation_limits",
        "            if named.isdisjoint(organisation.line[unit])\n",
        "",
        "initiation_replaces_star",
    ),
    _in_checker(
        "initiation_limits/* is replaced for the unit named only",
        "initiation_limits",
        "            if named.isdisjoint(organisation.line[unit])\n",
        "            if unit not in named\n",
        "initiation_replaces_star",
    ),
    _in_checker(
        "initiation_limits/* is replaced limit by limit",
        "initiation_limits",
        "            if named.isdisjoint(organisation.line[unit])\n",
        "            if not any(\n"
        "                other.unit in organisation.line[unit]\n"
        "                and (other.max_per_period is None) == (row.max_per_period is None)\n"
        "                for other in rows\n"
        "            )\n",
        "initiation_replaces_star",
    ),
    _in_checker(
        "initiation_limits/* is replaced by a row inside",
        "initiation_limits",
        "            if named.isdisjoint(organisation.line[unit])\n",
        "            if not any(unit in organisation.line[other] for other in named)\n"
        "            and named.isdisjoint(organisation.line[unit])\n",
        "initiation_inside",
    ),
    _in_checker(
        "initiation_limits/* does not count what a row inside counts",
        "initiation_limits",
        _STAR,
        _STAR.replace(
            "if c.buyer == unit", "if c.buyer == unit and named.isdisjoint(organisation.line[c.project.unit])"
        ),
        "initiation_inside",
    ),
    _in_checker(
        "initiation_limits/* counts what is below",
        "initiation_limits",
        _STAR,
        _STAR.replace("if c.buyer == unit", "if unit in organisation.line[c.project.unit]"),
        "initiation_star",
        "initiation_star_nested",
    ),
    _in_checker(
        "initiation_limits/* is one limit for all",
        "initiation_limits",
        _STAR,
        _STAR.replace("if c.buyer == unit", "if True"),
        "initiation_star",
    ),
)
