"""Who goes where: every group once, zones together, about as much for everybody."""

from dataclasses import replace

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.distributed.partition import partition, weights, zones
from optimizer.program import ABOVE, NO_ZONE, Program
from tests.optimizer.engines.random_programs import hard_program, random_program


@pytest.mark.parametrize("parts", [1, 2, 3, 7])
@pytest.mark.parametrize("seed", range(4))
def test_every_group_is_in_one_part(seed: int, parts: int) -> None:
    program = random_program(seed, groups=6)
    found = partition(program, parts)
    assert sorted(np.concatenate(found).tolist()) == list(range(program.groups))
    assert len(found) <= parts
    assert all(len(groups) for groups in found)


def test_parts_weigh_about_the_same() -> None:
    program = hard_program(1)
    of_part = [weights(program)[groups].sum() for groups in partition(program, 4)]
    assert max(of_part) <= 1.1 * min(of_part)


def test_zones_stay_together_and_neighbours_go_together() -> None:
    # 60 groups of equal weight; zones of 31, 15 and 14: half lies at 30, and the edge of a zone at 31.
    zone = np.repeat([2, 0, 1], [14, 31, 15])
    first, second = partition(replace(hard_program(1), group_zone=zone), 2)
    assert set(zone[first].tolist()) == {0}
    assert set(zone[second].tolist()) == {1, 2}


def test_a_zone_that_is_too_large_is_divided() -> None:
    found = partition(replace(hard_program(1), group_zone=np.zeros(60, np.int64)), 3)
    assert [len(groups) for groups in found] == [20, 20, 20]


def claiming() -> Program:
    """Three groups and a claim; the claim shares its row with the third group."""
    builder = Builder(np.arange(4), np.arange(4), np.arange(4))
    claim = builder.claim("claim")
    row = builder.row("goal")
    builder.limit(row, ABOVE, 0)
    builder.start_terms.add(np.array([2, claim]), np.full(2, row), np.array([-1, 1]))
    return builder.program(["a", "b", "c"])


def test_a_group_without_a_zone_goes_where_its_rows_are() -> None:
    program = replace(claiming(), group_zone=np.array([0, 0, 1, NO_ZONE]))
    assert zones(program).tolist() == [0, 0, 1, 1]
