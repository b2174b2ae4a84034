"""Faults in who may fill a role: staffing, eligibility, distinct people."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_COMPLETE = "        if self.facts.scenario.fit_is_complete:\n            chosen &= "
_FORBIDS = "            if row.eligible is False:\n                chosen.discard(person)\n            elif"
_ADMITS = "elif row.eligible and self.qualified.holds(person, role) and allowed[person]:"
_STAYS = "        if incumbent is not None:\n            chosen.add(incumbent)\n"
_INCUMBENT = "if (asked_of.in_flight and asked.role in asked_of.incumbents)"
_EXEMPT = "(offers.terms[table.offer] == 0) | offers.exempt[table.offer] | ~small"


def _incumbent_needs(condition: str, name: str, *focus: str) -> Mutant:
    """An incumbent of whom this does not hold is like anybody else."""
    rows = "facts.fit_by_need.get((asked_of.id, asked.role), ())"
    holds = f"(lambda named, rows: {condition})(asked_of.incumbents[asked.role], {rows})"
    return _in_compiler(name, "rules.eligibility.offers", _INCUMBENT, f"{_INCUMBENT} and {holds}", *focus)


MUTANTS: tuple[Mutant, ...] = (
    # Staffing
    _in_compiler(
        "staffing/one role fewer",
        "rules.staffing",
        "counts = np.array([len(project.staffing) for",
        "counts = np.array([max(0, len(project.staffing) - 1) for",
        "staffing",
        "person_capacity",
    ),
    _in_compiler(
        "staffing/one person suffices",
        "rules.staffing",
        "counts = np.array([len(project.staffing) for",
        "counts = np.array([min(1, len(project.staffing)) for",
        "staffing",
        "distinct_people",
    ),
    _in_compiler(
        "staffing/not for what is in flight",
        "rules.staffing",
        "counts = np.array([len(project.staffing) for",
        "counts = np.array([0 if project.in_flight else len(project.staffing) for",
        "in_flight_stoppable",
        "incumbent_replaced",
    ),
    # Eligibility
    _in_compiler(
        "eligibility/only the first role",
        "rules.eligibility.qualified",
        "for role in dict.fromkeys(person.roles):",
        "for role in person.roles[:1]:",
        "second_role",
        "concurrency_over_roles",
        "distinct_people",
    ),
    _in_compiler(
        "eligibility/without the role",
        "rules.eligibility.qualified",
        "people = np.array(self._holders.get(need.role, []), np.int32)",
        "people = np.arange(len(self.people), dtype=np.int32)",
        "role_missing",
    ),
    _in_compiler(
        "eligibility/a grade above what is asked",
        "rules.eligibility.qualified",
        "self._grade[people] >= need.min_grade",
        "self._grade[people] > need.min_grade",
        "person_capacity",
        "grade",
    ),
    _in_compiler(
        "eligibility/one grade below what is asked",
        "rules.eligibility.qualified",
        "self._grade[people] >= need.min_grade",
        "self._grade[people] >= need.min_grade - 1",
        "grade",
    ),
    _in_compiler(
        "eligibility/no grade",
        "rules.eligibility.qualified",
        "self._grade[people] >= need.min_grade",
        "self._grade[people] >= 0",
        "grade",
    ),
    _in_compiler(
        "eligibility/one level above what is asked",
        "rules.eligibility.qualified",
        "places[levels >= least]",
        "places[levels > least]",
        "skills",
    ),
    _in_compiler(
        "eligibility/one level below what is asked",
        "rules.eligibility.qualified",
        "places[levels >= least]",
        "places[levels >= least - 1]",
        "skills",
    ),
    _in_compiler(
        "eligibility/the first skill only",
        "rules.eligibility.qualified",
        "for skill, least in need.skills.items():",
        "for skill, least in list(need.skills.items())[:1]:",
        "skills",
    ),
    _in_compiler(
        "eligibility/needs are told apart by role alone",
        "rules.eligibility.qualified",
        "        asked = (need.role, need.min_grade, tuple(sorted(need.skills.items())), tuple(sorted(need.languages)))\n",
        "        asked = (need.role, 0, (), ())\n",
        "grade",
        "skills",
        "fit_admits",
    ),
    _in_compiler(
        "eligibility/no language",
        "rules.eligibility.qualified",
        "for language in need.languages:",
        "for language in ():",
        "languages",
    ),
    _in_compiler(
        "eligibility/the last language only",
        "rules.eligibility.qualified",
        "for language in need.languages:",
        "for language in need.languages[-1:]:",
        "languages",
    ),
    _in_compiler(
        "eligibility/only the first language spoken",
        "rules.eligibility.qualified",
        "for language in dict.fromkeys(person.languages):",
        "for language in person.languages[:1]:",
        "languages",
    ),
    _in_compiler(
        "eligibility/fit does not forbid",
        "rules.eligibility.offers",
        _FORBIDS,
        _FORBIDS.replace("if row.eligible is False:", "if False:"),
        "fit_forbids",
        "pin_person_impossible",
    ),
    _in_compiler(
        "eligibility/fit does not admit",
        "rules.eligibility.offers",
        _ADMITS,
        "elif False:",
        "fit_admits",
    ),
    _in_compiler(
        "eligibility/any fit row admits",
        "rules.eligibility.offers",
        _ADMITS,
        _ADMITS.replace("row.eligible and ", ""),
        "grade",
        "skills",
        "languages",
    ),
    _in_compiler(
        "eligibility/fit admits without the role",
        "rules.eligibility.offers",
        _ADMITS,
        "elif row.eligible and allowed[person]:",
        "role_missing",
    ),
    _in_compiler(
        "eligibility/fit admits to the market",
        "rules.eligibility.offers",
        _ADMITS,
        "elif row.eligible and self.qualified.holds(person, role):",
        "lendable",
        "rate_missing",
    ),
    _in_compiler(
        "eligibility/fit need not be complete",
        "rules.eligibility.offers",
        _COMPLETE,
        _COMPLETE.replace("if self.facts.scenario.fit_is_complete:", "if False:"),
        "fit_complete",
    ),
    _in_compiler(
        "eligibility/to be listed suffices",
        "rules.eligibility.offers",
        _COMPLETE,
        _COMPLETE.replace("chosen &= ", "chosen = "),
        "fit_complete",
    ),
    _in_compiler(
        "eligibility/complete only where fit says something",
        "rules.eligibility.offers",
        "if rows or facts.scenario.fit_is_complete or incumbent is not None:",
        "if rows or incumbent is not None:",
        "fit_complete",
    ),
    _in_compiler(
        "eligibility/fit of one role is fit of all",
        "rules.eligibility.offers",
        "rows = facts.fit_by_need.get((asked_of.id, asked.role), ())",
        "rows = tuple(row for row in facts.scenario.fit if row.project == asked_of.id)",
        "distinct_people",
        "people_replaced",
    ),
    _in_compiler(
        "eligibility/all are lendable",
        "rules.eligibility.purchasable",
        "in_market & (self._lendable | (numbers == OWN_TERMS))",
        "in_market",
        "lendable",
    ),
    _in_compiler(
        "eligibility/lendable at home too",
        "rules.eligibility.purchasable",
        "in_market & (self._lendable | (numbers == OWN_TERMS))",
        "in_market & self._lendable",
        "not_lendable_at_home",
    ),
    _in_compiler(
        "eligibility/scope none is no limit",
        "rules.eligibility.purchasable",
        'return market.scope == "company"',
        "return True",
        "scope_none",
    ),
    _in_compiler(
        "eligibility/scope region is no limit",
        "rules.eligibility.purchasable",
        "return distance == Distance.SAME_REGION",
        "return True",
        "scope_region",
    ),
    _in_compiler(
        "eligibility/scope region is none",
        "rules.eligibility.purchasable",
        "return distance == Distance.SAME_REGION",
        "return False",
        "scope_region",
    ),
    _in_compiler(
        "eligibility/scope company is the region",
        "rules.eligibility.purchasable",
        'return market.scope == "company"',
        'return market.scope == "company" and distance == Distance.SAME_REGION',
        "distance",
        "seller_cap",
    ),
    _in_compiler(
        "eligibility/no rate needed",
        "rules.eligibility.purchasable",
        "return rate is not None and in_scope",
        "return in_scope",
        "rate_missing",
    ),
    _in_compiler(
        "eligibility/no smallest purchase",
        "rules.eligibility.table",
        _EXEMPT,
        "~np.zeros_like(small)",
        "min_effort",
        "min_periods",
    ),
    _in_compiler(
        "eligibility/no smallest effort",
        "rules.eligibility.smallest",
        "(span < market.min_periods) | (effort < market.min_effort * span)",
        "(span < market.min_periods)",
        "min_effort",
    ),
    _in_compiler(
        "eligibility/more than the smallest effort",
        "rules.eligibility.smallest",
        "effort < market.min_effort * span",
        "effort <= market.min_effort * span",
        "min_effort",
        "min_effort_exact",
        "purchase_free",
    ),
    _in_compiler(
        "eligibility/a permille above the smallest effort",
        "rules.eligibility.smallest",
        "effort < market.min_effort * span",
        "effort < (market.min_effort and market.min_effort + 1) * span",
        "min_effort",
    ),
    _in_compiler(
        "eligibility/mean effort rounded to a permille",
        "rules.eligibility.smallest",
        "effort < market.min_effort * span",
        "(2 * effort + span) // (2 * span) < market.min_effort",
        "min_effort_exact",
    ),
    _in_compiler(
        "eligibility/the smallest effort is a total",
        "rules.eligibility.smallest",
        "effort < market.min_effort * span",
        "effort < market.min_effort",
        "min_effort",
    ),
    _in_compiler(
        "eligibility/mean effort over the whole project",
        "rules.eligibility.table",
        "too_small(market, table.span, table.effort)",
        "too_small(\n"
        "        market, table.span, np.array([sum(p) * s // max(1, len(p)) for p, s in zip(\n"
        "            (offers.profiles[n] for n in offers.profile[table.offer].tolist()), table.span.tolist())], np.int64))",
        "min_effort_cut",
    ),
    _in_compiler(
        "eligibility/no shortest purchase",
        "rules.eligibility.smallest",
        "(span < market.min_periods) | (effort",
        "(effort",
        "min_periods",
    ),
    _in_compiler(
        "eligibility/longer than the shortest purchase",
        "rules.eligibility.smallest",
        "span < market.min_periods",
        "span <= market.min_periods",
        "min_periods",
        "purchase_free",
    ),
    _in_compiler(
        "eligibility/the shortest purchase counts behind the horizon",
        "rules.eligibility.table",
        "too_small(market, table.span, table.effort)",
        "too_small(\n"
        "        market, np.array([p.duration for p in table.facts.projects], np.int64)[table.project], table.effort\n"
        "    )",
        "min_periods",
    ),
    _in_compiler(
        "eligibility/the market binds at home",
        "rules.eligibility.table",
        "(offers.terms[table.offer] == 0) | offers",
        "offers",
        "smallest_purchase_only_bought",
    ),
    # Incumbents
    _in_compiler(
        "eligibility/incumbents like anybody",
        "rules.eligibility.offers",
        _INCUMBENT,
        "if False",
        "incumbent_eligible",
        "incumbent_abroad",
    ),
    _in_compiler(
        "eligibility/a proposal gives a right",
        "rules.eligibility.offers",
        _INCUMBENT,
        "if (asked.role in asked_of.incumbents)",
        "proposal",
    ),
    _in_compiler(
        "eligibility/the smallest purchase binds incumbents",
        "rules.eligibility.table",
        " | offers.exempt[table.offer] | ~small",
        " | ~small",
        "incumbent_bought_little",
    ),
    _in_compiler(
        "eligibility/incumbents cannot be replaced",
        "rules.eligibility.offers",
        _STAYS,
        "        if incumbent is not None:\n            chosen = {incumbent}\n",
        "incumbent_replaced",
    ),
    _incumbent_needs(
        "not any(row.eligible is False and row.person == named for row in rows)",
        "eligibility/fit forbids an incumbent",
        "incumbent_eligible",
    ),
    _incumbent_needs(
        "not facts.scenario.fit_is_complete or any(row.person == named for row in rows)",
        "eligibility/an incumbent must be listed",
        "incumbent_fit_complete",
    ),
    _incumbent_needs(
        "facts.person_index[named] in self.qualified.for_need(asked)",
        "eligibility/an incumbent must qualify",
        "incumbent_eligible",
    ),
    _incumbent_needs(
        "self.qualified.holds(facts.person_index[named], asked.role)",
        "eligibility/an incumbent must have the role",
        "incumbent_eligible",
    ),
    _incumbent_needs(
        "self.purchasable.by(asked.role, buyer)[0][facts.person_index[named]]",
        "eligibility/an incumbent must be lendable, in scope and have a rate",
        "incumbent_abroad",
        "incumbent_out_of_scope",
    ),
    # Distinct people
    _in_compiler(
        "distinct_people/two roles of one project",
        "rules.distinct_people",
        "np.arange(len(twice)), ABOVE, 1)",
        "np.arange(len(twice)), ABOVE, 2)",
        "distinct_people",
    ),
    _in_compiler(
        "distinct_people/who could hold two may hold none",
        "rules.distinct_people",
        "np.arange(len(twice)), ABOVE, 1)",
        "np.arange(len(twice)), ABOVE, 0)",
        "distinct_people",
    ),
    _in_compiler(
        "distinct_people/over all projects",
        "rules.distinct_people",
        "keys = project * max(len(facts.people), 1) + offers.person",
        "keys = offers.person.astype(np.int64)",
        "fit_effort",
        "capacity_of_team",
    ),
    _in_compiler(
        "distinct_people/only of three roles",
        "rules.distinct_people",
        "twice = np.flatnonzero(counts > 1)",
        "twice = np.flatnonzero(counts > 2)",
        "distinct_people",
    ),
    _in_compiler(
        "distinct_people/only the first to be found",
        "rules.distinct_people",
        "twice = np.flatnonzero(counts > 1)",
        "twice = np.flatnonzero(counts > 1)[1:]",
        "distinct_people",
    ),
)
