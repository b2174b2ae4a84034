"""From a bare answer to a whole plan, evidence aside."""

from models.choices import Choices
from models.evidence import Evidence, UnmetCount
from models.plan import Objective, Plan, Terms, Versions
from models.quantities import MICRO_PER_CENT
from models.scenario import Scenario
from optimizer.dress import ledgers
from optimizer.dress.commitments import changes, unmet
from optimizer.dress.coverage import Coverage
from optimizer.dress.holdings import Running
from optimizer.dress.hunger import HungerTable
from optimizer.explain.unmet import reason_for
from optimizer.facts import read_facts
from optimizer.facts.projects import preferred_start, value_at


def dressed(scenario: Scenario, choices: Choices, versions: Versions) -> Plan:
    """The plan with every ledger and figure; its evidence still says that nobody checked it.

    Raises KeyError when the answer names what the scenario does not know: engines never do.
    """
    running = Running(read_facts(scenario), choices)
    coverage, hunger = Coverage(running), HungerTable(running)
    terms = _terms(running, coverage, hunger)
    open_commitments = tuple(
        commitment.row.replace(reason=reason_for(running, changes(running), *commitment))
        for commitment in unmet(running, coverage)
    )
    return Plan.model_construct(
        schema_="plan/1",
        scenario=scenario.name,
        scenario_hash=scenario.content_hash,
        outcome="commitments_unmet" if open_commitments else "complete",
        evidence=Evidence.model_construct(
            plan_checked=False,
            objective=terms.total(),
            unmet=UnmetCount.model_construct(count=len(open_commitments), at_least=0),
            status="feasible",
        ),
        decisions=tuple(ledgers.decisions(running)),
        assignments=tuple(ledgers.assignments(running)),
        purchases=tuple(ledgers.purchases(running)),
        hunger=tuple(hunger.rows()),
        budgets=tuple(ledgers.budgets(running)),
        raised=tuple(ledgers.raised(running)),
        initiation=tuple(ledgers.initiation(running)),
        goals=coverage.goals,
        targets=coverage.targets,
        balance=tuple(coverage.balance()),
        unmet=open_commitments,
        objective=Objective.model_construct(total=terms.total(), terms=terms),
        versions=versions,
    )


def _terms(running: Running, coverage: Coverage, hunger: HungerTable) -> Terms:
    facts = running.facts
    baseline, horizon = facts.scenario.baseline, facts.scenario.horizon
    value = sum(
        value_at(facts.projects[place], start - preferred_start(facts.projects[place], horizon))
        for place, start in running.projects.items()
    )
    fits = [
        facts.fit.get((facts.projects[holding.project].id, holding.role, facts.people[holding.person].id))
        for holding in running.holdings
    ]
    friction = sum(sum(holding.terms.frictions(holding.effort)) for holding in running.holdings if holding.terms)
    stopped = sum(
        project.stop_cost
        for place, project in enumerate(facts.projects)
        if project.in_flight and place not in running.projects
    )
    return Terms.model_construct(
        project_value=value * MICRO_PER_CENT,
        person_fit=sum(row.value for row in fits if row is not None) * MICRO_PER_CENT,
        friction=-friction * MICRO_PER_CENT,
        stop_cost=-stopped * MICRO_PER_CENT,
        changes=0 if baseline is None else -changes(running) * baseline.price_per_change * MICRO_PER_CENT,
        hunger=-hunger.hunger_cost(),
        idle=-hunger.idle_cost(),
        goals=-coverage.goal_cost(),
        balance=-coverage.balance_cost(),
        targets=-coverage.target_cost(),
    )
