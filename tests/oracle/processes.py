"""Scenarios examined in several processes."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from tests.oracle.campaign import Task
from tests.oracle.examine import Examined, examine

Examiner = Callable[[list[Task]], Iterable[Examined]]


@contextmanager
def examining(jobs: int) -> Iterator[Examiner]:
    """A function that examines the scenarios of tasks, in their order, in so many processes."""
    if jobs <= 1:
        yield lambda tasks: (examined for task in tasks for examined in examine_all(task))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda tasks: (examined for portion in pool.map(examine_all, tasks) for examined in portion)


def examine_all(task: Task) -> list[Examined]:
    """Every scenario of a task."""
    return [examine(task.focus, seed, task.deletions) for seed in task.seeds]
