"""What has to be met first: mandates, work in flight, pins, goals without a price, the limit on changes."""

from decimal import Decimal

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


@ingredient
def mandated(draft: Draft) -> None:
    """A mandated project that is worth less than what it displaces."""
    first, second, _ = draft.rivals()
    first["mandated"] = True
    first["value"] = {"amount": draft.money(1, 5)}
    second["value"]["strategic"] = draft.money(5, 10)


@ingredient
def mandated_at_a_loss(draft: Draft) -> None:
    """A mandated project that loses money."""
    project = draft.add_project(mandated=True, worth=(1, 5))
    project["value"]["pursuit_cost"] = draft.money(8, 15)
    draft.anyone(project["staffing"][0]["role"], project["unit"])


@ingredient
def mandated_conflict(draft: Draft) -> None:
    """Mandates that cannot all be met: one person for two, or three, that need the person whole."""
    first, second, person = draft.rivals(effort=("0.6", "0.75", "1"))
    first["mandated"] = second["mandated"] = True
    if draft.chance(40):
        draft.add_project(
            first["staffing"][0]["role"], unit=first["unit"], mandated=True, effort=Decimal("0.4"), preferred=0
        )
    draft.person(person)["capacity"] = 1


@ingredient
def mandated_impossible(draft: Draft) -> None:
    """A mandated project that nobody can staff."""
    project = draft.add_project(mandated=True)
    project["staffing"][0]["min_grade"] = 9


@ingredient
def in_flight_committed(draft: Draft) -> None:
    """What is in flight and may not stop goes on, at a loss and in the way of something better."""
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    project = draft.fly(role, unit=unit, incumbents={role: person}, stoppable=False, effort=Decimal("0.6"))
    project["value"] = {"amount": -draft.money(1, 8), "margin_rate": Decimal("0.5")}
    better = draft.add_project(role, unit=unit, preferred=0, effort=Decimal("0.6"), worth=(15, 40))
    draft.reserve(better, role, person)
    if draft.chance(30):
        project["mandated"] = True


@ingredient
def in_flight_stoppable(draft: Draft) -> None:
    """What may stop does, where something better wants its people and stopping is not too dear."""
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    running = draft.fly(
        role, unit=unit, incumbents={role: person}, effort=Decimal("0.6"), worth=(4, 12), stop_cost=draft.money(0, 16)
    )
    better = draft.add_project(role, unit=unit, preferred=0, effort=Decimal("0.6"), worth=(15, 40))
    for project in (running, better):
        draft.reserve(project, role, person)


@ingredient
def stop_cost(draft: Draft) -> None:
    """A project in flight that loses less than it would cost to stop, or more."""
    project = draft.fly(stop_cost=draft.money(3, 20))
    project["value"] = {"amount": -draft.money(3, 20)}


@ingredient
def stop_cost_of_committed(draft: Draft) -> None:
    """Stop costs are paid by whatever does not run, stoppable or not: which of two to give up."""
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    for _ in range(2):
        project = draft.fly(role, unit=unit, incumbents={role: person}, stoppable=False, worth=(5, 20))
        project.update(stop_cost=draft.money(0, 25))
    draft.projects[-1]["excludes"] = [draft.projects[-2]["id"]]


def _pinned(draft: Draft) -> Part:
    """A candidate to pin: poor, so that nobody would initiate it, and possible."""
    project = draft.add_project(worth=(2, 8))
    project["value"]["pursuit_cost"] = draft.money(8, 15)
    draft.anyone(project["staffing"][0]["role"], project["unit"])
    return project


@ingredient
def pin_initiate(draft: Draft) -> None:
    """A poor project is pinned to be initiated, at any start."""
    project = _pinned(draft)
    if draft.chance(50):
        project["start"]["latest"] = at(int(project["start"]["preferred"][1:]) + 1)
    draft.pins.append({"project": project["id"], "decision": "initiate", "why": "董事会"})


@ingredient
def pin_start(draft: Draft) -> None:
    """A start is pinned: late, or impossible."""
    draft.periods = max(3, draft.periods)
    project = draft.add_project(preferred=0, worth=(15, 40))
    project["start"]["latest"] = at(1)
    project["value"]["delay_loss"] = draft.ratio(5, 40)
    start = draft.pick((1, 1, 1, 2))
    draft.pins.append({"project": project["id"], "decision": "initiate", "start": at(start)})


@ingredient
def pin_drop(draft: Draft) -> None:
    """A good project is pinned to be dropped."""
    project = draft.add_project(worth=(15, 40))
    draft.pins.append({"project": project["id"], "decision": "drop", "why": "board, 12 Dec"})


@ingredient
def pin_continue(draft: Draft) -> None:
    """A project in flight is pinned to go on; `initiate` says the same."""
    project = draft.fly()
    project["value"] = {"amount": -draft.money(5, 15)}
    draft.pins.append({"project": project["id"], "decision": draft.pick(("continue", "initiate"))})


@ingredient
def pin_stop(draft: Draft) -> None:
    """A good project in flight is pinned to stop; `drop` says the same. If it may not stop, one of two is unmet."""
    project = draft.fly(worth=(10, 30), stoppable=draft.chance(60), stop_cost=draft.money(0, 5))
    draft.pins.append({"project": project["id"], "decision": draft.pick(("stop", "drop"))})


@ingredient
def pin_person(draft: Draft) -> None:
    """The second best person is pinned; the pin binds only if the project runs."""
    project, role, _ = draft.tempting()
    pinned = draft.add_person(role, unit=project["unit"])
    draft.admit(project, role, pinned, value=-draft.money(0, 60))
    draft.pins.append({"project": project["id"], "role": role, "person": pinned})


@ingredient
def pin_person_impossible(draft: Draft) -> None:
    """A person who may not do it is pinned: the project stays away, unless something else asks for it."""
    project = draft.add_project(worth=(15, 40))
    role = project["staffing"][0]["role"]
    draft.anyone(role, project["unit"])
    pinned = draft.add_person(role, unit=project["unit"])
    draft.admit(project, role, pinned, eligible=False)
    draft.pins.append({"project": project["id"], "role": role, "person": pinned})
    if draft.chance(40):
        project["mandated"] = True


@ingredient
def pins_contradict(draft: Draft) -> None:
    """Pins on one project count one each: two against one."""
    project = draft.add_project(worth=(10, 30))
    draft.anyone(project["staffing"][0]["role"], project["unit"])
    words = ["drop", "drop", "initiate"] if draft.chance(50) else ["initiate", "drop"]
    draft.pins.extend({"project": project["id"], "decision": word} for word in words)
    if len(words) == 2 and draft.chance(60):
        project["mandated"] = True


@ingredient
def goal_committed(draft: Draft) -> None:
    """A goal without a price asks for a number of projects that are not worth it."""
    goal = draft.fresh("G", draft.goals)
    projects = [_pinned(draft) for _ in range(2)]
    for project in projects:
        project["goals"] = [goal]
    draft.goals.append({"id": goal, "kind": "new_region", "min_projects": draft.rng.randint(1, 2)})


@ingredient
def goal_committed_orders(draft: Draft) -> None:
    """A goal without a price is met by projects and orders together; just missing is missing."""
    goal = draft.fresh("G", draft.goals)
    first, second, _ = draft.rivals(goals=[goal])
    first["value"].update(amount=draft.money(20, 30), margin_rate=Decimal("0.2"), win_probability=Decimal("0.5"))
    second["value"].update(amount=draft.money(10, 19), margin_rate=1, win_probability=Decimal("0.5"))
    orders = first["value"]["amount"] / 2 + draft.pick((0, 0, 0, Decimal("0.01"), 30))
    draft.goals.append(
        {
            "id": goal,
            "min_projects": draft.pick((0, 1, 3)),
            "min_expected_orders": orders.quantize(Decimal("0.01")),
            "orders_price": draft.ratio(0, 50),
        }
    )


@ingredient
def goals_committed_conflict(draft: Draft) -> None:
    """Two goals without a price, one person: one stays unmet."""
    goals = [f"{draft.fresh('G', draft.goals)}{end}" for end in "ab"]
    draft.goals.extend({"id": goal, "min_projects": 1} for goal in goals)
    for project, goal in zip(draft.rivals()[:2], goals, strict=True):
        project["goals"] = [goal]


@ingredient
def commitments_compete(draft: Draft) -> None:
    """One mandated project in the way of two other commitments: the fewest unmet wins, whatever it costs."""
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    big = draft.add_project(role, unit=unit, preferred=0, duration=1, effort=1, worth=(30, 40), mandated=True)
    draft.reserve(big, role, person)
    for _ in range(2):
        little = draft.add_project(role, unit=unit, preferred=0, duration=1, effort=Decimal("0.5"), worth=(2, 5))
        little["mandated"] = True
        draft.reserve(little, role, person)
    big["mandated"] = draft.chance(80)


def _remembered(draft: Draft) -> Part:
    """A baseline of all projects so far, half of it otherwise than it would be decided now."""
    if draft.baseline is None:
        draft.baseline = {"plan": {"decisions": [], "assignments": []}}
    plan: Part = draft.baseline["plan"]
    known = {row["project"] for row in plan["decisions"]}
    for project in draft.projects:
        if project["id"] in known:
            continue
        flying = "start" not in project
        runs = draft.chance(60)
        word = ("continue" if runs else "stop") if flying else draft.pick(("initiate", "defer")) if runs else "drop"
        plan["decisions"].append({"project": project["id"], "decision": word})
        if runs:
            taken: set[str] = set()
            for need in project["staffing"]:
                person = draft.anyone(need["role"])
                if person not in taken:
                    taken.add(person)
                    row = {"project": project["id"], "role": need["role"], "person": person}
                    plan["assignments"].append(row)
    return draft.baseline


@ingredient
def price_per_change(draft: Draft) -> None:
    """A change against the baseline has its price: what is only a little better is not worth it."""
    first, second, _ = draft.rivals(worth=(10, 20))
    baseline = _remembered(draft)
    decisions = {row["project"]: row for row in baseline["plan"]["decisions"]}
    worse, better = sorted((first, second), key=draft.worth)
    decisions[worse["id"]]["decision"] = "initiate"
    decisions[better["id"]]["decision"] = "drop"
    dropped = better["id"]
    baseline["plan"]["assignments"] = [row for row in baseline["plan"]["assignments"] if row["project"] != dropped]
    baseline["price_per_change"] = draft.money(1, 8)


@ingredient
def person_replaced(draft: Draft) -> None:
    """A person replaced is a change, for each role; a role that the baseline did not staff is none."""
    project = draft.add_project(worth=(15, 30))
    role = project["staffing"][0]["role"]
    before = draft.anyone(role, project["unit"])
    better = draft.add_person(role, unit=project["unit"], capacity=1)
    draft.admit(project, role, better, value=draft.money(2, 8))
    baseline = _remembered(draft)
    plan = baseline["plan"]
    next(row for row in plan["decisions"] if row["project"] == project["id"])["decision"] = "initiate"
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != project["id"]]
    if draft.chance(75):
        plan["assignments"].append({"project": project["id"], "role": role, "person": before})
    baseline["price_per_change"] = draft.money(2, 9)


@ingredient
def max_changes(draft: Draft) -> None:
    """More changes would pay than the limit admits; the limit is one commitment."""
    for _ in range(2):
        project = draft.add_project(worth=(10, 30))
        draft.anyone(project["staffing"][0]["role"], project["unit"])
    baseline = _remembered(draft)
    for row in baseline["plan"]["decisions"][-2:]:
        row["decision"] = "drop"
        baseline["plan"]["assignments"] = [
            old for old in baseline["plan"]["assignments"] if old["project"] != row["project"]
        ]
    baseline["max_changes"] = draft.rng.randint(0, 2)
    baseline.setdefault("price_per_change", draft.money(0, 2))


@ingredient
def max_changes_conflict(draft: Draft) -> None:
    """The limit on changes against mandates: two changes that must be, or one limit that stands."""
    baseline = _remembered(draft)
    for _ in range(draft.rng.randint(1, 2)):
        project = draft.add_project(mandated=True, worth=(1, 30))
        draft.anyone(project["staffing"][0]["role"], project["unit"])
        baseline["plan"]["decisions"].append({"project": project["id"], "decision": "drop"})
    baseline["max_changes"] = 0


@ingredient
def moved_start(draft: Draft) -> None:
    """A moved start is no change; a project unknown to the baseline or to the scenario is none either."""
    draft.periods = max(3, draft.periods)
    first, second, _ = draft.rivals(preferred=0, duration=1)
    baseline = _remembered(draft)
    plan = baseline["plan"]
    for project in (first, second):
        row = next(row for row in plan["decisions"] if row["project"] == project["id"])
        row.update(decision="initiate", start=at(0))
        project["start"]["latest"] = at(1)
    plan["decisions"].append({"project": "gone", "decision": "initiate"})
    baseline["price_per_change"] = draft.money(3, 12)
    draft.add_project()


@ingredient
def in_flight_mandated(draft: Draft) -> None:
    """A project in flight that is mandated and may not stop is one commitment, not two."""
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    running = draft.fly(role, unit=unit, incumbents={role: person}, stoppable=False, effort=Decimal("0.6"))
    running.update(value={"amount": draft.money(1, 4)}, mandated=True)
    better = draft.add_project(role, unit=unit, preferred=0, effort=Decimal("0.6"), worth=(15, 40), mandated=True)
    better["start"].pop("latest", None)
    for project in (running, better):
        draft.reserve(project, role, person)


@ingredient
def stoppable_unsaid(draft: Draft) -> None:
    """What is in flight may not stop unless it says so."""
    project = draft.fly()
    del project["stoppable"]
    project["value"] = {"amount": -draft.money(3, 15)}


@ingredient
def pin_initiate_late(draft: Draft) -> None:
    """A pin without a start is met by any start, here only by one later than preferred."""
    project = _pinned(draft)
    project["start"] = {"preferred": at(0), "earliest": at(1), "latest": at(1)}
    draft.pins.append({"project": project["id"], "decision": "initiate"})


@ingredient
def goals_of_two(draft: Draft) -> None:
    """A goal that misses two projects is one commitment, as is the mandate that stands against it."""
    goal = draft.fresh("G", draft.goals)
    role = draft.role()
    person = draft.add_person(role, capacity=1)
    unit = draft.person(person)["unit"]
    for effort, worth in (("0.5", (2, 5)), ("0.5", (2, 5)), ("1", (30, 40))):
        project = draft.add_project(
            role, unit=unit, preferred=0, duration=1, effort=Decimal(effort), worth=worth, start={"preferred": at(0)}
        )
        draft.reserve(project, role, person)
        if effort == "1":
            project["mandated"] = True
        else:
            project["goals"] = [goal]
    draft.goals.append({"id": goal, "min_projects": 2})


@ingredient
def people_replaced(draft: Draft) -> None:
    """Two people replaced on one project are two changes; whoever held a role no longer asked for is none."""
    role = draft.role()
    other = draft.second_role(role)
    unit = draft.home()
    project = draft.add_project(role, other, unit=unit, preferred=0, duration=1, worth=(6, 12))
    project["start"].pop("latest", None)
    baseline = _remembered(draft)
    plan, taken = baseline["plan"], project["id"]
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != taken]
    next(row for row in plan["decisions"] if row["project"] == taken)["decision"] = "initiate"
    for place in (role, other):
        before = draft.anyone(place, unit)
        better = draft.add_person(place, unit=unit, capacity=1)
        draft.admit(project, place, better, value=draft.money(3, 5))
        plan["assignments"].append({"project": taken, "role": place, "person": before})
    baseline["price_per_change"] = draft.money(5, 6)
    if draft.chance(50):
        project["staffing"].pop()
        project["value"] = {"amount": draft.money(2, 5)}
        baseline["price_per_change"] = draft.money(5, 6)


@ingredient
def incumbent_replaced_in_baseline(draft: Draft) -> None:
    """Only the baseline says who is replaced: where it names nobody, an incumbent may go for nothing."""
    role = draft.role()
    project = draft.fly(role, worth=(10, 20))
    better = draft.add_person(role, unit=project["unit"], capacity=1)
    draft.admit(project, role, better, value=draft.money(2, 5))
    baseline = _remembered(draft)
    plan = baseline["plan"]
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != project["id"]]
    next(row for row in plan["decisions"] if row["project"] == project["id"])["decision"] = "continue"
    baseline["price_per_change"] = draft.money(6, 9)


@ingredient
def stop_cost_of_candidate(draft: Draft) -> None:
    """A stop cost means nothing for a candidate."""
    project = draft.candidate()
    project["stop_cost"] = draft.money(3, 20)


@ingredient
def pin_person_of_two(draft: Draft) -> None:
    """A person is pinned in the second of two roles."""
    role = draft.role()
    other = draft.second_role(role)
    project = draft.add_project(role, other, preferred=0, duration=1, worth=(15, 30))
    draft.anyone(role, project["unit"])
    better, pinned = (draft.add_person(other, unit=project["unit"], capacity=1) for _ in range(2))
    draft.admit(project, other, better, value=draft.money(2, 6))
    draft.pins.append({"project": project["id"], "role": other, "person": pinned})


@ingredient
def pin_person_late(draft: Draft) -> None:
    """A person is pinned wherever the project starts."""
    project = draft.add_project(preferred=0, duration=1, worth=(15, 30))
    project["start"] = {"preferred": at(0), "latest": at(1)}
    role = project["staffing"][0]["role"]
    better, pinned = (draft.add_person(role, unit=project["unit"], capacity=1) for _ in range(2))
    draft.admit(project, role, better, value=draft.money(2, 6))
    draft.pins.append({"project": project["id"], "role": role, "person": pinned})


@ingredient
def goal_committed_to_nothing(draft: Draft) -> None:
    """A goal without a price that asks for nothing is met."""
    draft.goals.append({"id": draft.fresh("G", draft.goals)})


@ingredient
def goal_committed_below_zero(draft: Draft) -> None:
    """Orders below zero count against a goal without a price; what is beyond its need makes good for them."""
    goal = draft.fresh("G", draft.goals)
    lost, won = draft.rng.randint(5, 20), draft.rng.randint(20, 40)
    for amount in (-lost, won):
        project = draft.add_project(goals=[goal])
        project["value"] = {"amount": amount, "margin_rate": 0, "strategic": draft.money(3, 8)}
        draft.anyone(project["staffing"][0]["role"], project["unit"])
    draft.goals.append({"id": goal, "min_expected_orders": won - lost + draft.rng.randint(0, 1)})


@ingredient
def staffed_though_dropped(draft: Draft) -> None:
    """A project that the baseline dropped is one change when it runs, whoever stands beside it there."""
    project = draft.add_project(worth=(8, 14))
    role = project["staffing"][0]["role"]
    before = draft.anyone(role, project["unit"])
    better = draft.add_person(role, unit=project["unit"], capacity=1)
    draft.admit(project, role, better, value=draft.money(2, 4))
    plan = _remembered(draft)["plan"]
    next(row for row in plan["decisions"] if row["project"] == project["id"])["decision"] = "drop"
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != project["id"]]
    plan["assignments"].append({"project": project["id"], "role": role, "person": before})
    draft.baseline = {"plan": plan, "price_per_change": draft.money(5, 7)}


@ingredient
def max_changes_of_people(draft: Draft) -> None:
    """People replaced count for the limit on changes like anything else."""
    project = draft.add_project(worth=(15, 30))
    role = project["staffing"][0]["role"]
    before = draft.anyone(role, project["unit"])
    better = draft.add_person(role, unit=project["unit"], capacity=1)
    draft.admit(project, role, better, value=draft.money(3, 6))
    plan = _remembered(draft)["plan"]
    next(row for row in plan["decisions"] if row["project"] == project["id"])["decision"] = "initiate"
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != project["id"]]
    plan["assignments"].append({"project": project["id"], "role": role, "person": before})
    draft.baseline = {"plan": plan, "max_changes": draft.rng.randint(0, 1)}
