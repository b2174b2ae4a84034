"""Faults in who may do what, and in how much a person carries."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_EXEMPT = """\
    if engagement.incumbent:
        return
    person = engagement.person.person
"""
_STANDING = """\
        book.engagement(project, role, book.people[project.incumbents[role]], 0)
        for project in book.projects.values()
        if project.in_flight
        for role in project.profiles
        if role in project.incumbents
"""
_ONLY_RUNNING_RAISES = """\
    limits, book = case.book.once(limits_in_force), case.book
    load_cap = book.scenario.policy.load_cap
    standing = {person.id: list(person.booked) for person in book.people.values()}
    for engagement in book.incumbents():
        if case.runs(engagement.project.id):
            for period, effort in enumerate(engagement.efforts, engagement.first):
                standing[engagement.person.id][period] += effort
    limits = {
        person.id: [max(c * load_cap, s * RATIO_SCALE) for c, s in zip(person.capacity, standing[person.id])]
        for person in book.people.values()
    }
"""


def _exempt_but(condition: str, obstacle: str) -> str:
    """The incumbent is stopped by one thing after all."""
    return f"""\
    if engagement.incumbent:
        {condition}:
            yield {obstacle}
        return
    person = engagement.person.person
"""


MUTANTS: tuple[Mutant, ...] = (
    # Staffing
    _in_checker(
        "staffing/one person suffices",
        "staffing",
        "if role not in chosen:",
        "if role not in chosen and not chosen:",
        "staffing",
        "distinct_people",
    ),
    _in_checker(
        "staffing/one role may stay open",
        "staffing",
        "if role not in chosen:",
        "if role not in chosen and len(asked) - len(chosen) > 1:",
        "staffing",
        "person_capacity",
    ),
    # Distinct people
    _in_checker(
        "distinct_people/two roles of one project",
        "distinct_people",
        "if len(roles) > 1:",
        "if len(roles) > 2:",
        "distinct_people",
    ),
    # Eligibility
    _in_checker(
        "eligibility/without the role",
        "eligibility",
        "if engagement.role not in person.roles:",
        "if False:",
        "role_missing",
    ),
    _in_checker(
        "eligibility/only the first role",
        "eligibility",
        "if engagement.role not in person.roles:",
        "if engagement.role not in person.roles[:1]:",
        "second_role",
        "concurrency_over_roles",
        "distinct_people",
    ),
    _in_checker(
        "eligibility/one grade above what is asked",
        "eligibility",
        "if person.grade < need.min_grade:",
        "if person.grade <= need.min_grade:",
        "person_capacity",
        "grade",
    ),
    _in_checker(
        "eligibility/one grade below what is asked",
        "eligibility",
        "if person.grade < need.min_grade:",
        "if person.grade < need.min_grade - 1:",
        "grade",
    ),
    _in_checker("eligibility/no grade", "eligibility", "if person.grade < need.min_grade:", "if False:", "grade"),
    _in_checker(
        "eligibility/one level above what is asked",
        "eligibility",
        "if person.skills.get(skill, 0) < level:",
        "if person.skills.get(skill, 0) <= level:",
        "skills",
    ),
    _in_checker(
        "eligibility/one level below what is asked",
        "eligibility",
        "if person.skills.get(skill, 0) < level:",
        "if person.skills.get(skill, 0) < level - 1:",
        "skills",
    ),
    _in_checker(
        "eligibility/any of the skills",
        "eligibility",
        "if person.skills.get(skill, 0) < level:",
        "if all(person.skills.get(other, 0) < least for other, least in need.skills.items()):",
        "skills",
    ),
    _in_checker(
        "eligibility/no language", "eligibility", "if language not in person.languages:", "if False:", "languages"
    ),
    _in_checker(
        "eligibility/any of the languages",
        "eligibility",
        "if language not in person.languages:",
        "if not set(need.languages) & set(person.languages):",
        "languages",
    ),
    _in_checker(
        "eligibility/fit does not forbid",
        "eligibility",
        "if fit is not None and fit.eligible is False:",
        "if False:",
        "fit_forbids",
        "pin_person_impossible",
    ),
    _in_checker(
        "eligibility/fit does not admit",
        "eligibility",
        "if fit is None or fit.eligible is not True:",
        "if True:",
        "fit_admits",
    ),
    _in_checker(
        "eligibility/any fit row admits",
        "eligibility",
        "if fit is None or fit.eligible is not True:",
        "if fit is None:",
        "grade",
        "skills",
        "languages",
    ),
    _in_checker(
        "eligibility/fit admits without the role",
        "eligibility",
        "if engagement.role not in person.roles:",
        "row = book.fit.get((engagement.project.id, engagement.role, engagement.person.id))\n"
        "    if engagement.role not in person.roles and not (row is not None and row.eligible):",
        "role_missing",
    ),
    _in_checker(
        "eligibility/fit admits to the market",
        "eligibility",
        "    if engagement.purchased:\n        yield from _market",
        "    if engagement.purchased and not (fit is not None and fit.eligible):\n        yield from _market",
        "lendable",
        "rate_missing",
    ),
    _in_checker(
        "eligibility/fit need not be complete",
        "eligibility",
        "if fit is None and book.scenario.fit_is_complete:",
        "if False:",
        "fit_complete",
    ),
    _in_checker(
        "eligibility/to be listed suffices",
        "eligibility",
        "if fit is None or fit.eligible is not True:",
        "if (fit is None or fit.eligible is not True) and not (fit is not None and book.scenario.fit_is_complete):",
        "fit_complete",
    ),
    # Incumbents
    _in_checker(
        "eligibility/incumbents like anybody",
        "eligibility",
        _EXEMPT,
        "    person = engagement.person.person\n",
        "incumbent_eligible",
        "incumbent_abroad",
    ),
    _in_checker(
        "eligibility/fit forbids an incumbent",
        "eligibility",
        _EXEMPT,
        _exempt_but(
            "if (row := book.fit.get((engagement.project.id, engagement.role, engagement.person.id)))"
            " and row.eligible is False",
            'FORBIDDEN, "", ""',
        ),
        "incumbent_eligible",
    ),
    _in_checker(
        "eligibility/an incumbent must be listed",
        "eligibility",
        _EXEMPT,
        _exempt_but(
            "if book.scenario.fit_is_complete"
            " and (engagement.project.id, engagement.role, engagement.person.id) not in book.fit",
            'NOT_LISTED, "", ""',
        ),
        "fit_complete",
        "incumbent_fit_complete",
    ),
    _in_checker(
        "eligibility/an incumbent must qualify",
        "eligibility",
        _EXEMPT,
        _exempt_but("for obstacle in _qualifications(engagement)", "obstacle"),
        "incumbent_eligible",
    ),
    _in_checker(
        "eligibility/an incumbent must have the role",
        "eligibility",
        _EXEMPT,
        _exempt_but("if engagement.role not in engagement.person.person.roles", 'NO_ROLE, "", engagement.role'),
        "incumbent_eligible",
    ),
    _in_checker(
        "eligibility/an incumbent must be lendable",
        "eligibility",
        _EXEMPT,
        _exempt_but("if engagement.purchased and not engagement.person.person.lendable", 'NOT_LENDABLE, "", ""'),
        "incumbent_abroad",
    ),
    _in_checker(
        "eligibility/an incumbent needs a rate",
        "eligibility",
        _EXEMPT,
        _exempt_but("if engagement.purchased and engagement.rate is None", 'NO_RATE, "", ""'),
        "incumbent_abroad",
    ),
    _in_checker(
        "eligibility/an incumbent must be in scope",
        "eligibility",
        _EXEMPT,
        _exempt_but(
            'if engagement.purchased and (book.market.scope == "none" or book.market.scope == "region"'
            ' and book.organisation.distance(engagement.person.unit, engagement.project.buyer) != "same_region")',
            'SCOPE, "", ""',
        ),
        "incumbent_abroad",
        "incumbent_out_of_scope",
    ),
    _in_checker(
        "eligibility/incumbents cannot be replaced",
        "eligibility",
        _EXEMPT,
        """\
    if engagement.incumbent:
        return
    if engagement.role in engagement.project.incumbents:
        yield NO_ROLE, "", ""
    person = engagement.person.person
""",
        "incumbent_replaced",
    ),
    _in_checker(
        "eligibility/a proposal gives a right",
        "book",
        "incumbents=project.incumbents if project.in_flight else {},",
        "incumbents=project.incumbents,",
        "proposal",
    ),
    # Capacity
    _in_checker(
        "person_capacity/what is full is too much",
        "person_capacity",
        "if level > limit:",
        "if level >= limit:",
        "person_capacity",
        "bookings",
        "reviews",
    ),
    _in_checker(
        "person_capacity/a permille more",
        "person_capacity",
        "if level > limit:",
        "if level > limit + RATIO_SCALE:",
        "reviews",
        "load_cap_exact",
    ),
    _in_checker(
        "person_capacity/a permille less",
        "person_capacity",
        "if level > limit:",
        "if level > limit - RATIO_SCALE:",
        "person_capacity",
        "reviews",
    ),
    _in_checker(
        "person_capacity/no bookings",
        "person_capacity",
        "(load[period] + booked[period]) * RATIO_SCALE",
        "load[period] * RATIO_SCALE",
        "bookings",
    ),
    _in_checker(
        "person_capacity/a booking ends one period early",
        "book",
        "self.inside(first, last - first + 1)",
        "self.inside(first, last - first)",
        "bookings",
    ),
    _in_checker(
        "person_capacity/no load cap",
        "person_capacity",
        "            max(capacity * load_cap, level * RATIO_SCALE)",
        "            max(capacity * RATIO_SCALE, level * RATIO_SCALE)",
        "load_cap",
        "load_cap_exact",
    ),
    _in_checker(
        "person_capacity/the limit rounded to a permille",
        "person_capacity",
        "            max(capacity * load_cap, level * RATIO_SCALE)",
        "            max((2 * capacity * load_cap + RATIO_SCALE) // (2 * RATIO_SCALE), level) * RATIO_SCALE",
        "load_cap_exact",
    ),
    _in_checker(
        "person_capacity/every period like the first",
        "book",
        "capacity=person.capacity_by_period(self.periods)",
        "capacity=person.capacity_by_period(self.periods)[:1] * self.periods",
        "capacity_by_period",
    ),
    _in_checker(
        "person_capacity/one person, one FTE",
        "person_capacity",
        "            max(capacity * load_cap, level * RATIO_SCALE)",
        "            max(min(capacity, EFFORT_SCALE) * load_cap, level * RATIO_SCALE)",
        "capacity_of_team",
    ),
    _in_checker(
        "person_capacity/nothing raises the limit",
        "person_capacity",
        "            max(capacity * load_cap, level * RATIO_SCALE)",
        "            capacity * load_cap",
        "raised_capacity",
        "raised_though_stopped",
        "raised_by_bookings",
    ),
    _in_checker(
        "person_capacity/bookings do not raise the limit",
        "person_capacity",
        "level = {person.id: list(person.booked) for",
        "level = {person.id: [0] * book.periods for",
        "raised_by_bookings",
    ),
    _in_checker(
        "person_capacity/what is raised has no limit",
        "person_capacity",
        "            max(capacity * load_cap, level * RATIO_SCALE)",
        "            capacity * load_cap if level * RATIO_SCALE <= capacity * load_cap else 10**12",
        "raised_capacity",
        "raised_by_bookings",
    ),
    _in_checker(
        "person_capacity/only what goes on raises the limit",
        "person_capacity",
        "    limits, book = case.book.once(limits_in_force), case.book\n",
        _ONLY_RUNNING_RAISES,
        "raised_though_stopped",
        "raised_capacity",
    ),
    _in_checker(
        "person_capacity/the profile raises the limit",
        "person_capacity",
        "for period, effort in enumerate(engagement.efforts, engagement.first):",
        "for period, effort in enumerate(\n"
        "            engagement.project.profiles[engagement.role][: len(engagement.efforts)], engagement.first\n"
        "        ):",
        "raised_capacity",
    ),
    _in_checker(
        "person_capacity/fit does not change effort",
        "engagement",
        "if fit is None or fit.effort is None:",
        "if True:",
        "fit_effort",
        "fit_effort_more",
    ),
    _in_checker(
        "person_capacity/every project period like the first",
        "book",
        "return (effort,) * duration if isinstance(effort, int) else effort",
        "return (effort if isinstance(effort, int) else effort[0],) * duration",
        "effort_profile",
        "duration_cut",
    ),
    _in_checker(
        "person_capacity/a proposal raises the limit",
        "book",
        _STANDING,
        _STANDING.replace("project.incumbents", "project.project.incumbents").replace(
            "        if project.in_flight\n", "        if project.preferred == 0\n"
        ),
        "proposals_of_one",
    ),
    _in_checker(
        "person_capacity/reviews rounded half down",
        "book",
        "half_up(reviews * hours * EFFORT_SCALE, per_fte * RATIO_SCALE)",
        "-((per_fte * RATIO_SCALE - 2 * reviews * hours * EFFORT_SCALE) // (2 * per_fte * RATIO_SCALE))",
        "reviews",
    ),
    _in_checker(
        "person_capacity/reviews rounded down",
        "book",
        "half_up(reviews * hours * EFFORT_SCALE, per_fte * RATIO_SCALE)",
        "reviews * hours * EFFORT_SCALE // (per_fte * RATIO_SCALE)",
        "reviews",
    ),
    _in_checker(
        "person_capacity/reviews of one hour",
        "book",
        "half_up(reviews * hours * EFFORT_SCALE, per_fte * RATIO_SCALE)",
        "half_up(reviews * RATIO_SCALE * EFFORT_SCALE, per_fte * RATIO_SCALE)",
        "reviews_and_effort",
        "reviews",
    ),
    # Concurrency
    _in_checker(
        "concurrency/one project more",
        "concurrency",
        "            if held[period] > limit:\n                label",
        "            if held[period] > limit + 1:\n                label",
        "concurrency",
        "concurrency_over_roles",
    ),
    _in_checker(
        "concurrency/one project less",
        "concurrency",
        "            if held[period] > limit:\n                label",
        "            if held[period] >= limit:\n                label",
        "concurrency",
    ),
    _in_checker(
        "concurrency/periods without effort do not count",
        "concurrency",
        "row[period] += 1",
        "row[period] += engagement.efforts[period - engagement.first] > 0",
        "zero_effort_concurrency",
    ),
    _in_checker(
        "concurrency/only the first role",
        "concurrency",
        "if person_id not in whose or (",
        "if person_id not in whose or engagement.role != engagement.person.person.first_role or (",
        "concurrency_over_roles",
    ),
    _in_checker(
        "concurrency/no limit is a limit of one",
        "concurrency",
        "        person.id: person.person.max_projects\n        for person in book.people.values()\n"
        "        if person.person.max_projects is not None\n",
        "        person.id: 1 if person.person.max_projects is None else person.person.max_projects\n"
        "        for person in book.people.values()\n",
        "deferral",
        "fit_effort",
        "load_cap",
    ),
    _in_checker(
        "concurrency/nothing raises the limit",
        "concurrency",
        "tuple(max(limit, held) for held in",
        "tuple(limit for held in",
        "raised_concurrency",
    ),
    _in_checker(
        "concurrency/what is raised has no limit",
        "concurrency",
        "tuple(max(limit, held) for held in",
        "tuple(limit if limit >= held else 99 for held in",
        "raised_concurrency",
    ),
    _in_checker(
        "concurrency/over the whole horizon",
        "concurrency",
        "for period in range(engagement.first, engagement.first + len(engagement.efforts)):",
        "for period in range(book.periods):",
        "concurrency",
        "concurrency_over_roles",
    ),
    _in_checker(
        "concurrency/a role that is not asked for raises the limit",
        "concurrency",
        "    standing = _held(book, book.incumbents(), limited)\n",
        """\
    standing = _held(book, book.incumbents(), limited)
    for project in book.projects.values():
        for role, person_id in project.incumbents.items():
            if role not in project.profiles:
                row = standing.setdefault(person_id, list(book.nothing))
                for period in book.inside(0, project.duration):
                    row[period] += 1
""",
        "incumbent_of_role_not_asked",
    ),
)
