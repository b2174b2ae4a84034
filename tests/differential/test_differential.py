"""A slice of the comparison; the whole of it: python -m tests.differential."""

import pytest

from tests.differential.compare import compare


@pytest.mark.parametrize("seed", range(12))
def test_both_solvers_find_the_same_optimum(seed: int) -> None:
    result = compare(seed)
    assert result is not None
    assert result.equal, f"exact {result.exact}, HiGHS {result.highs}"
