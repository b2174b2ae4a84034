"""A whole made-up year: company, people, projects and rules, put together as a scenario document."""

from scenarios.generator import rules
from scenarios.generator.calendar import Calendar
from scenarios.generator.company import Part, make_company
from scenarios.generator.dice import Dice
from scenarios.generator.portfolio import PortfolioMaker
from scenarios.generator.settings import GeneratorSettings
from scenarios.generator.staff import make_staff


def generate(settings: GeneratorSettings) -> Part:
    """A scenario document with numbers of kind int and Decimal only.

    Each part draws from its own dice, so that more rules leave people and projects as they are.
    """
    calendar = Calendar(settings.start, settings.periods)

    def dice(part: str) -> Dice:
        return Dice(f"{settings.seed}/{part}")

    company = make_company(settings, dice("company"))
    staff = make_staff(settings, company, calendar, dice("staff"))
    portfolio = PortfolioMaker(settings, company, staff, calendar, dice("portfolio")).make()
    rules.budgets(settings, company, portfolio, calendar)
    rules.relations(settings, portfolio, dice("relations"))
    return {
        "schema": "scenario/1",
        "name": settings.name,
        "money": {"currency": "CNY", "unit": 10000},
        "horizon": {"start": settings.start, "periods": settings.periods},
        "units": company.units,
        "roles": rules.roles(),
        "people": staff.people,
        "goals": rules.goals(settings, company, portfolio, dice("goals")),
        "projects": portfolio.projects,
        "fit": rules.fit(portfolio, staff, company, dice("fit")),
        "market": rules.market(company),
        "targets": rules.targets(settings, company, portfolio, calendar),
        "policy": rules.policy(settings, company, portfolio),
        "baseline": rules.baseline(portfolio, staff, company, dice("baseline")),
        "pins": rules.pins(settings, portfolio, staff, company, dice("pins")),
    }
