"""Who may do what: the person a project would like best lacks something, or is let in after all."""

from decimal import Decimal

from scenarios.generator.draft import Draft
from scenarios.generator.ingredients.registry import ingredient


@ingredient
def staffing(draft: Draft) -> None:
    """A project that asks for two roles needs both people for all its time; one of them is wanted elsewhere."""
    role = draft.role()
    other = draft.second_role(role)
    first, _, person = draft.rivals(role=role, duration=1)
    first["staffing"].append({"role": other, "effort": draft.effort()})
    if not any(other in row["roles"] for row in draft.people if row["id"] != person):
        draft.add_person(other, unit=first["unit"])


@ingredient
def role_missing(draft: Draft) -> None:
    """The tempting person does not have the role, nor does `eligible` give it."""
    draft.second_role(draft.role())
    project = draft.candidate()
    role = draft.pick(project["staffing"])["role"]
    person = draft.add_person(draft.second_role(role), unit=project["unit"], capacity=1)
    draft.tempt(project, role, person)
    if draft.chance(60):
        draft.admit(project, role, person, eligible=True)


@ingredient
def grade(draft: Draft) -> None:
    """The tempting person is one grade short; a stronger one is just enough."""
    project, role, _ = draft.tempting(grade=1)
    for need in project["staffing"]:
        if need["role"] == role:
            need["min_grade"] = 2
    for person in draft.people:
        if role in person["roles"] and person.get("grade", 0) < 2 and draft.chance(50):
            person["grade"] = 2 if person["id"] != draft.people[-1]["id"] else 1


@ingredient
def skills(draft: Draft) -> None:
    """Every skill asked must reach its level; the tempting person misses one."""
    project, role, person = draft.tempting(skills={"industry:bank": 3, "product:cloud": 1})
    for need in project["staffing"]:
        if need["role"] == role:
            need["skills"] = {"industry:bank": 2, "product:cloud": 2}
    for other in draft.people:
        if role in other["roles"] and other["id"] != person and draft.chance(60):
            other["skills"] = {"industry:bank": 2, "product:cloud": draft.rng.randint(2, 3)}


@ingredient
def languages(draft: Draft) -> None:
    """Every language asked; the tempting person speaks one of two."""
    project, role, person = draft.tempting(languages=["zh"])
    for need in project["staffing"]:
        if need["role"] == role:
            need["languages"] = ["en", "zh"]
    for other in draft.people:
        if role in other["roles"] and other["id"] != person and draft.chance(60):
            other["languages"] = ["zh", "en"]


@ingredient
def fit_admits(draft: Draft) -> None:
    """`eligible: true` lets in a person who lacks grade, skill and language."""
    project, role, person = draft.tempting(grade=0)
    for need in project["staffing"]:
        if need["role"] == role:
            need.update(min_grade=1, skills={"industry:bank": 1}, languages=["en"])
    draft.admit(project, role, person, eligible=True)


@ingredient
def fit_forbids(draft: Draft) -> None:
    """`eligible: false` keeps the tempting person out."""
    project, role, person = draft.tempting()
    draft.admit(project, role, person, eligible=False)


@ingredient
def fit_complete(draft: Draft) -> None:
    """Only those listed are eligible, and only if they are otherwise; the person left out is the free one."""
    first, _, person = draft.rivals()
    role = first["staffing"][0]["role"]
    left_out = draft.add_person(role, unit=first["unit"], capacity=1)
    draft.fit_is_complete = True
    for project in draft.projects:
        for need in project["staffing"]:
            for other in draft.people:
                if need["role"] in other["roles"] and other["id"] != left_out and draft.chance(60):
                    draft.admit(project, need["role"], other["id"])
    draft.admit(first, role, person)
    if draft.chance(40):
        need = first["staffing"][0]
        need["min_grade"] = draft.person(person).get("grade", 0) + 1


@ingredient
def fit_effort(draft: Draft) -> None:
    """A practised person needs less than the profile: two projects fit where one would."""
    first, second, person = draft.rivals(effort=("0.6", "0.75"))
    for project in (first, second):
        draft.admit(
            project, project["staffing"][0]["role"], person, effort=draft.pick((Decimal("0.3"), Decimal("0.25")))
        )


@ingredient
def fit_effort_more(draft: Draft) -> None:
    """A beginner needs more than the profile, in one period at least."""
    first, second, person = draft.rivals(effort=("0.4", "0.5"), duration=2)
    role = first["staffing"][0]["role"]
    draft.admit(first, role, person, effort=[Decimal("0.3"), Decimal("0.8")])
    if draft.chance(50):
        draft.admit(second, role, person, effort=Decimal("0.6"))


@ingredient
def distinct_people(draft: Draft) -> None:
    """One person has both roles and would be the best in each."""
    role = draft.role()
    other = draft.second_role(role)
    project = draft.add_project(role, other, duration=1, effort=draft.pick((Decimal("0.25"), Decimal("0.4"))))
    person = draft.add_person(role, other, unit=project["unit"], capacity=1)
    draft.tempt(project, role, person)
    draft.tempt(project, other, person)


@ingredient
def incumbent_eligible(draft: Draft) -> None:
    """The incumbent of a project in flight stays eligible, whatever grade, fit, lendable or scope say."""
    project = draft.fly()
    role, person = next(iter(project["incumbents"].items()), (project["staffing"][0]["role"], None))
    if person is None:
        person = draft.add_person(role, unit=project["unit"])
        project["incumbents"][role] = person
    need = next(need for need in project["staffing"] if need["role"] == role)
    how = draft.rng.randrange(4)
    if how == 0:
        need["min_grade"] = 9
    elif how == 1:
        need["skills"] = {"industry:rail": 1}
    elif how == 2:
        draft.admit(project, role, person, eligible=False)
    else:
        draft.person(person)["roles"] = [other for other in draft.roles if other != role]


@ingredient
def incumbent_abroad(draft: Draft) -> None:
    """An incumbent of another unit, not lendable and without a rate: eligible, and costs nothing."""
    project = draft.fly(incumbents={})
    role = project["staffing"][0]["role"]
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), lendable=draft.chance(40), capacity=1)
    project["incumbents"][role] = person
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 0
    if draft.market is not None and draft.chance(60):
        draft.market["rates"] = [row for row in draft.market["rates"] if row.get("role") != role]


@ingredient
def incumbent_replaced(draft: Draft) -> None:
    """An incumbent may be replaced: somebody else is better, or the incumbent is wanted elsewhere."""
    project = draft.fly("pm", effort=draft.effort(least="0.5"), duration=2)
    person = project["incumbents"]["pm"]
    other = draft.add_person("pm", unit=project["unit"], capacity=1)
    if draft.chance(50):
        draft.admit(project, "pm", other, value=draft.money(3, 15))
    else:
        wanted = draft.add_project("pm", unit=project["unit"], preferred=0, effort=draft.effort(least="0.6"))
        draft.admit(wanted, "pm", person, value=draft.money(3, 15))


@ingredient
def incumbent_bought_little(draft: Draft) -> None:
    """The smallest purchase does not bind an incumbent from abroad."""
    draft.trade()
    project = draft.fly(incumbents={}, worth=(20, 40), duration=1, effort=Decimal("0.3"))
    role = project["staffing"][0]["role"]
    project["incumbents"][role] = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)
    draft.unit(draft.trading(project["unit"])).pop("purchase_budget", None)
    draft.trade().update(min_effort=Decimal("0.5"), min_periods=draft.rng.randint(1, 2))


@ingredient
def not_lendable_at_home(draft: Draft) -> None:
    """Who may not work for another unit does work for the own one."""
    _, _, person = draft.tempting()
    draft.person(person)["lendable"] = False


@ingredient
def proposal(draft: Draft) -> None:
    """The incumbent of a candidate is only a proposal: it gives no right and raises no limit."""
    project, role, person = draft.tempting(grade=0)
    for need in project["staffing"]:
        if need["role"] == role:
            need["min_grade"] = 1
    project["incumbents"] = {role: person}


@ingredient
def second_role(draft: Draft) -> None:
    """A person helps out in a second role; supply and load stay with the first."""
    role = draft.role()
    other = draft.second_role(role)
    project = draft.candidate()
    need = draft.pick(project["staffing"])["role"]
    first = other if need == role else role
    person = draft.add_person(first, need, unit=project["unit"], capacity=1)
    draft.tempt(project, need, person)
    draft.rows("utilisation").append(
        {"unit": "*", "role": first, "floor": draft.ratio(50, 100), "price_idle": draft.money(4, 20)}
    )


@ingredient
def no_role(draft: Draft) -> None:
    """A person without roles counts in nobody's supply."""
    project = draft.candidate()
    person = draft.add_person(unit=project["unit"])
    draft.admit(project, project["staffing"][0]["role"], person, eligible=True, value=draft.money(4, 20))


@ingredient
def incumbent_fit_complete(draft: Draft) -> None:
    """Only those listed are eligible; an incumbent who is not listed stays all the same."""
    draft.fly(worth=(8, 25))
    draft.fit_is_complete = True
    for project in draft.projects[:-1]:
        for need in project["staffing"]:
            for person in draft.people:
                if need["role"] in person["roles"] and draft.chance(60):
                    draft.admit(project, need["role"], person["id"])
