"""The event pipe: what is sent arrives whole and in order, what is offered never holds up the search."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Event, Thread

import pytest

from models.choices import Choice
from optimizer.found import Found
from scenarios.execution.protocol import Answer, Bound, Failed, Incumbent, Message, decode
from scenarios.execution.stream import Stream

PATIENCE = 60.0
NEVER = 3_600.0
"""Seconds between two messages of a kind, where the second is not to come by itself."""


def incumbent(money: int) -> Incumbent:
    """A plan worth this much."""
    return Incumbent(Found({"P": Choice(0, {"sponsor": "年"})}, 0, money, None, "running"))


class Reader(Thread):
    """Whoever reads the pipe, message by message; `pause` holds it up after the first."""

    def __init__(self, descriptor: int, *, pause: bool = False) -> None:
        super().__init__(daemon=True)
        self.messages: list[Message] = []
        self.first = Event()
        self.go_on = Event()
        self._file = os.fdopen(descriptor, "rb")
        if not pause:
            self.go_on.set()
        self.start()

    def run(self) -> None:
        """Read to the end."""
        with self._file:
            for line in self._file:
                self.messages.append(decode(line))
                self.first.set()
                self.go_on.wait(PATIENCE)

    def all(self) -> list[Message]:
        """Everything, once the other end is closed."""
        self.go_on.set()
        self.join(PATIENCE)
        assert not self.is_alive()
        return self.messages


@contextmanager
def pipe(*, pause: bool = False) -> Iterator[tuple[int, Reader]]:
    """A pipe with a reader; it is closed at the end."""
    out, into = os.pipe()
    reader = Reader(out, pause=pause)
    with closing(os.fdopen(into, "wb")):
        yield into, reader


def test_messages_sent_arrive_in_order() -> None:
    with pipe() as (into, reader):
        stream = Stream(into)
        for money in range(500):
            stream.send(Bound(0, money))
        stream.close()
    assert reader.all() == [Bound(0, money) for money in range(500)]


def test_what_is_offered_comes_before_what_is_sent_after_the_close() -> None:
    with pipe() as (into, reader):
        stream = Stream(into, NEVER)
        stream.offer(incumbent(1))
        stream.offer(Bound(0, 9))
        stream.close()
        stream.send(Answer(incumbent(1).found))
    said = reader.all()
    assert set(map(type, said[:-1])) == {Incumbent, Bound}
    assert said[-1] == Answer(incumbent(1).found)


def test_of_many_offered_at_once_the_last_arrives_and_few_before_it() -> None:
    with pipe() as (into, reader):
        stream = Stream(into, NEVER)
        stream.offer(incumbent(0))
        assert reader.first.wait(PATIENCE)
        for money in range(1, 10_000):
            stream.offer(incumbent(money))
        stream.close()
    assert reader.all() == [incumbent(0), incumbent(9_999)]


def test_after_a_while_the_next_comes_by_itself() -> None:
    with pipe() as (into, reader):
        stream = Stream(into, 0.001)
        stream.offer(Bound(0, 1))
        assert reader.first.wait(PATIENCE)
        reader.first.clear()
        stream.offer(Bound(0, 2))
        assert reader.first.wait(PATIENCE)
        stream.close()
    assert reader.all() == [Bound(0, 1), Bound(0, 2)]


def test_a_reader_that_is_busy_holds_nobody_up() -> None:
    with pipe(pause=True) as (into, reader):
        stream = Stream(into, 0.0)
        stream.offer(incumbent(0))
        assert reader.first.wait(PATIENCE)
        for money in range(1, 20_000):  # more than a pipe holds: offering would wait here if it wrote
            stream.offer(incumbent(money))
        reader.go_on.set()
        stream.close()
    assert reader.all()[-1] == incumbent(19_999)


def test_messages_larger_than_a_pipe_are_not_mixed_up() -> None:
    large = {f"P{place}": Choice(0, {"sponsor": "x" * 80}) for place in range(2_000)}
    with pipe() as (into, reader):
        stream = Stream(into, 0.0)
        for money in range(5):
            stream.offer(Incumbent(Found(large, 0, money, None, "running")))
            stream.send(Failed("solver_fault", "x" * 100_000))
        stream.close()
    said = reader.all()
    assert sum(isinstance(message, Failed) for message in said) == 5
    assert said[-1] == Incumbent(Found(large, 0, 4, None, "running")) or isinstance(said[-1], Failed)


def test_without_a_reader_offering_goes_on_and_sending_says_so() -> None:
    out, into = os.pipe()
    os.close(out)
    with closing(os.fdopen(into, "wb")):
        stream = Stream(into, 0.0)
        for money in range(100):
            stream.offer(incumbent(money))
        stream.close()
        with pytest.raises(BrokenPipeError):
            stream.send(Bound(0, 0))
