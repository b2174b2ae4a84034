"""What parent and child say to each other survives the way, and what is no message is told apart from one."""

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.choices import Choice
from models.evidence import SolverClaim
from optimizer.found import Found
from optimizer.program import Size
from optimizer.settings import SolveSettings
from scenarios.execution.protocol import (
    Answer,
    Bound,
    Compiled,
    Failed,
    Incumbent,
    Message,
    ProtocolError,
    Request,
    decode,
    encode,
)
from tests.scenario_builder import candidate, scenario

WHOLE = st.integers(-(2**62), 2**62)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
CHOICES = st.dictionaries(TEXTS, st.builds(Choice, st.integers(0, 60), st.dictionaries(TEXTS, TEXTS, max_size=3)))
CLAIMS = st.builds(
    lambda engine, status, bound, gap: SolverClaim(engine=engine, status=status).replace(bound=bound, gap=gap),
    *(TEXTS, TEXTS, st.none() | WHOLE, st.none() | WHOLE),
)
FOUND = st.builds(Found, CHOICES, st.integers(0, 10**6), WHOLE, st.none() | CLAIMS, TEXTS)
MESSAGES = st.one_of(
    st.builds(Compiled, st.builds(Size, *[st.integers(0, 10**9)] * 6), st.integers(0, 10**6).map(float)),
    st.builds(Incumbent, FOUND),
    st.builds(Bound, st.integers(0, 10**6), WHOLE),
    st.builds(Answer, FOUND),
    st.builds(Failed, TEXTS, TEXTS),
)


@given(MESSAGES)
def test_a_message_survives_the_way_as_one_line(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert decode(line[:-1]) == message


def test_a_request_survives_the_way() -> None:
    request = Request(scenario(projects=[candidate("P")]), SolveSettings(time_limit=7.5), 12.5)
    read = pickle.loads(pickle.dumps(request, pickle.HIGHEST_PROTOCOL))
    assert read == request
    assert read.scenario.content_hash == request.scenario.content_hash


def changed(message: Message, /, **changes: Any) -> bytes:
    """The line of a message with fields changed; those that become None are left out."""
    body = {**json.loads(encode(message)), **changes}
    return json.dumps({name: value for name, value in body.items() if value is not None}).encode()


FOUND_ONE = Found({"P": Choice(0, {"sponsor": "S"})}, 0, 1, None, "running")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"7",
        b"[]",
        b"{}",
        b'{"type": "bound"',
        b"\xff\xfe",
        b"terminate called after throwing an instance of 'std::bad_alloc'",
        b'{"type": null}',
        b'{"type": "gossip"}',
        changed(Bound(0, 1), money="1"),
        changed(Bound(0, 1), money=1.5),
        changed(Bound(0, 1), unmet=True),
        changed(Bound(0, 1), unmet=None),
        changed(Failed("a", "b"), message=None),
        changed(Failed("a", "b"), code=5),
        changed(Incumbent(FOUND_ONE), choices=5),
        changed(Incumbent(FOUND_ONE), choices={"P": [0]}),
        changed(Incumbent(FOUND_ONE), choices={"P": ["0", {}]}),
        changed(Incumbent(FOUND_ONE), choices={"P": [0, {"sponsor": 7}]}),
        changed(Incumbent(FOUND_ONE), choices={"P": [0, ["sponsor"]]}),
        changed(Incumbent(FOUND_ONE), claim=["exact"]),
        changed(Incumbent(FOUND_ONE), claim=["exact", "OPTIMAL", 0.5, None]),
        changed(Answer(FOUND_ONE), stopped_by=None),
        changed(Compiled(Size(1, 1, 1, 1, 1, 1), 0.5), size={"groups": 1}),
        changed(Compiled(Size(1, 1, 1, 1, 1, 1), 0.5), size={"more": 1}),
        changed(Compiled(Size(1, 1, 1, 1, 1, 1), 0.5), seconds="soon"),
    ],
)
def test_a_line_that_is_no_message(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)
