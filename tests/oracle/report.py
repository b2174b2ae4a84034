"""What a campaign counted, for people and for programs."""

from typing import Any

from tests.oracle.campaign import ENOUGH, Campaign
from tests.oracle.lines import RULES


def progress(campaign: Campaign) -> str:
    """One line while it goes on."""
    return (
        f"{campaign.scenarios:,} scenarios, {len(campaign.differences)} different; "
        f"{len(campaign.short)} lines of the contract to be seen in play more often"
    )


def table(campaign: Campaign) -> str:
    """A row per line of the contract."""
    rows = [
        "",
        "Scenarios in which deleting the line changes the best plan; only what it is worth; both; scenarios tried",
        "",
    ]
    for tally in campaign.tallies:
        mark = " " if tally.count >= ENOUGH else "!"
        counts = f"{tally.other_plans:5}{tally.figures.total():5}{tally.count:5}{tally.tried.total():6}"
        rows.append(f"{mark}{counts}  {tally.line.words}  [{tally.line.deletion}]")
    rows += [
        "",
        f"{campaign.scenarios:,} scenarios; {campaign.large:,} with a row above 2^31, "
        f"{campaign.unmet:,} whose commitments cannot all be met",
    ]
    return "\n".join(rows)


def verdict(campaign: Campaign) -> str:
    """The last line."""
    least = min((tally.count for tally in campaign.tallies), default=0)
    plans = sum(tally.other_plans >= ENOUGH for tally in campaign.tallies)
    differences = len(campaign.differences)
    return (
        f"{f'{differences} DIFFERENT' if differences else 'EQUAL'}: {campaign.scenarios:,} scenarios against brute "
        f"force; {len(campaign.tallies)} lines in play, each in at least {least} "
        f"({len(campaign.short)} in less than {ENOUGH}; {plans} change the plan itself in {ENOUGH})"
    )


def as_document(campaign: Campaign) -> dict[str, Any]:
    """All counts."""
    rules = {line.deletion for line in RULES}
    return {
        "scenarios": campaign.scenarios,
        "large": campaign.large,
        "unmet": campaign.unmet,
        "differences": [
            {"focus": examined.focus, "seed": examined.seed, "difference": examined.difference}
            for examined in campaign.differences
        ],
        "lines": [
            {
                "words": tally.line.words,
                "deletion": tally.line.deletion,
                "is_rule": tally.line.deletion in rules,
                "plans": tally.other_plans,
                "figures": tally.figures.total(),
                "tried": tally.tried.total(),
            }
            for tally in campaign.tallies
        ],
    }
