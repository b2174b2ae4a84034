"""Ray on one node: the same answers as processes; and a clear word where it is not installed."""

import importlib
import sys
from collections.abc import Iterator

import pytest

from models.errors import ClusterUnavailable
from optimizer.engines.distributed.cluster import HERE, Cluster
from optimizer.engines.distributed.divide import solve_in_parts
from optimizer.engines.distributed.dual import SharedDual
from optimizer.engines.engine import Limits
from optimizer.engines.prices.dual import Dual
from optimizer.stops import Deadline
from tests.optimizer.engines.distributed.here import Here, limited_in_parts, some_multipliers
from tests.optimizer.engines.random_programs import hard_program
from tests.optimizer.engines.watching import Recorder

PROGRAM = hard_program(1)


def test_without_ray_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ClusterUnavailable, match=r"pip install 'hilltop\[cluster\]'"):
        Cluster(HERE)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'hilltop[cluster]'")
    found = Cluster(HERE)
    yield found
    found.close()


def test_the_bound_at_the_same_prices_is_that_of_one_process(cluster: Cluster) -> None:
    limited, pieces = limited_in_parts(PROGRAM, 2)
    pool = cluster.pool(pieces.pieces)
    dual = SharedDual(limited, pool, pieces)
    point = dual.rounded(some_multipliers(dual.upper, 1, 5.0))
    assert dual.value(point) == Dual(limited).value(point)
    pool.close()


def test_an_actor_that_is_lost_is_replaced(cluster: Cluster) -> None:
    limited, pieces = limited_in_parts(PROGRAM, 2)
    pool = cluster.pool(pieces.pieces)
    dual = SharedDual(limited, pool, pieces)
    point = dual.rounded(some_multipliers(dual.upper, 2, 5.0))
    before = dual.value(point)
    importlib.import_module("ray").kill(pool.members[1])
    assert dual.value(point) == before
    pool.close()


def test_actors_and_no_processes_find_the_same_where_work_is_counted(cluster: Cluster) -> None:
    limits = Limits(seed=3, deterministic_time=0.3)
    results = [
        solve_in_parts(PROGRAM, [], limits, Deadline.after(600), Recorder(PROGRAM), 2, make)
        for make in (cluster.pool, Here)
    ]
    scores = [result.score for result in results]
    assert scores[0] == scores[1]
    assert scores[0].excess == 0
