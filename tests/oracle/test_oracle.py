"""A slice of the oracle: every ingredient of tiny scenarios once, solved and compared. The whole: dev.py oracle."""

import pytest

from scenarios.generator.tiny import INGREDIENTS
from tests.mutants.trial import Change
from tests.oracle.campaign import Campaign
from tests.oracle.examine import examine
from tests.oracle.lines import RULES


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_the_answer_is_the_best_of_all_answers(focus: str | None) -> None:
    assert examine(focus, 0).difference is None


def test_a_deleted_line_changes_the_answer() -> None:
    # The ingredient is about two projects that one person cannot both lead, and no project has to run before another.
    seen = [examine("concurrency", seed, ("concurrency/disabled", "requires/disabled")).changes for seed in range(8)]
    assert Change.ANSWER in {changes["concurrency/disabled"] for changes in seen}
    assert Change.NONE in {changes["requires/disabled"] for changes in seen}


def test_some_scenarios_need_more_than_32_bits() -> None:
    assert examine("money_large", 3).is_large


def test_some_scenarios_cannot_keep_every_promise() -> None:
    # Two pins that say the opposite.
    assert examine("pins_contradict", 0).unmet > 0


def test_a_campaign_goes_on_until_every_line_was_in_play_often_enough() -> None:
    # One rule, one ingredient, no wish for more: the first round takes some seeds of everything, the next ones only
    # what the rule needs, until it has changed the plan often enough.
    (rule,) = (line for line in RULES if line.deletion == "distinct_people/disabled")
    campaign = Campaign([rule], count=0)
    focuses = []
    while tasks := campaign.next_round():
        focuses.append({task.focus for task in tasks})
        for task in tasks:
            if task.focus == "distinct_people":
                assert task.deletions == (rule.deletion,)
                for seed in task.seeds:
                    campaign.tallies[0].take("distinct_people", Change.ANSWER if seed % 2 else Change.NONE)
    assert focuses[0] == {None, *INGREDIENTS}
    assert all(later == {"distinct_people"} for later in focuses[1:])
    assert campaign.tallies[0].count >= 50
    assert campaign.short == []
