"""What parent and child say to each other, typed.

The parent writes one pickled `Request` to the child's standard input, and `STOP` bytes to the control pipe, whose end
means that the parent is gone. The child writes messages to the event pipe, one JSON document a line. Money is in
10^-6 unit, seconds are wall seconds, starts are period indices.
"""

import json
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from models.choices import Choice, Choices
from models.evidence import SolverClaim
from models.plan import Price
from models.scenario import Scenario
from optimizer.found import Found
from optimizer.program import Size
from optimizer.settings import SolveSettings

STOP = b"s"
"""On the control pipe: end the search and answer with the best."""


@dataclass(frozen=True, slots=True)
class Request:
    """All that the child is told. `deadline` is an instant of CLOCK_MONOTONIC, which all processes share."""

    scenario: Scenario
    settings: SolveSettings
    deadline: float


@dataclass(frozen=True, slots=True)
class Compiled:
    """The program stands; how large it is and how long it took."""

    size: Size
    seconds: float


@dataclass(frozen=True, slots=True)
class Incumbent:
    """The best so far; nobody claims anything of it yet."""

    found: Found


@dataclass(frozen=True, slots=True)
class Bound:
    """The engine claims that no plan with at most `unmet` unmet commitments brings more money."""

    unmet: int
    money: int


@dataclass(frozen=True, slots=True)
class Priced:
    """Prices from which follows a bound on plans with at most `unmet` unmet commitments."""

    unmet: int
    prices: tuple[Price, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The last word of a search that ended by itself or when asked to."""

    found: Found


@dataclass(frozen=True, slots=True)
class Failed:
    """The search raised; `code` is that of the error."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Started:
    """The child process runs."""

    process: int


@dataclass(frozen=True, slots=True)
class Ended:
    """The search is over; what follows is finishing the plan. `detail` says more where something went wrong."""

    stopped_by: str
    detail: str = ""


Message = Compiled | Incumbent | Bound | Priced | Answer | Failed
"""What the child sends."""

Event = Started | Compiled | Incumbent | Bound | Ended
"""What whoever runs a solve gets to see of it."""


class ProtocolError(ValueError):
    """A line that is no message: the child, or what it has become, can no longer be trusted."""


def _choices_document(choices: Choices) -> dict[str, Any]:
    return {project: [choice.start, dict(choice.people)] for project, choice in choices.items()}


def _prices_document(prices: tuple[Price, ...]) -> list[list[str]]:
    return [[price.row, f"{price.price:f}"] for price in prices]


def _read_prices(raw: Any) -> tuple[Price, ...]:
    return tuple(Price.model_construct(row=_text(row), price=Decimal(_text(price))) for row, price in raw)


def _found_document(found: Found) -> dict[str, Any]:
    claim = found.claim
    return {
        "choices": _choices_document(found.choices),
        "unmet": found.unmet,
        "money": found.money,
        "claim": claim and [claim.engine, claim.status, claim.bound, claim.gap],
        "stopped_by": found.stopped_by,
        "prices": None if found.prices is None else _prices_document(found.prices),
        "prices_unmet": _prices_document(found.prices_unmet),
    }


def encode(message: Message) -> bytes:
    """The message as one line."""
    body: dict[str, Any]
    match message:
        case Compiled(size, seconds):
            body = {"type": "compiled", "size": asdict(size), "seconds": seconds}
        case Incumbent(found):
            body = {"type": "incumbent", **_found_document(found)}
        case Bound(unmet, money):
            body = {"type": "bound", "unmet": unmet, "money": money}
        case Priced(unmet, prices):
            body = {"type": "priced", "unmet": unmet, "prices": _prices_document(prices)}
        case Answer(found):
            body = {"type": "answer", **_found_document(found)}
        case Failed(code, text):
            body = {"type": "failed", "code": code, "message": text}
    return json.dumps(body, separators=(",", ":")).encode() + b"\n"


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("not a whole number")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not text")
    return value


def _read_claim(raw: Any) -> SolverClaim | None:
    if raw is None:
        return None
    engine, status, bound, gap = raw
    return SolverClaim(engine=_text(engine), status=_text(status)).replace(
        bound=None if bound is None else _whole(bound), gap=None if gap is None else _whole(gap)
    )


def _read_found(body: dict[str, Any]) -> Found:
    return Found(
        choices={
            project: Choice(_whole(start), {role: _text(person) for role, person in people.items()})
            for project, (start, people) in body["choices"].items()
        },
        unmet=_whole(body["unmet"]),
        money=_whole(body["money"]),
        claim=_read_claim(body["claim"]),
        stopped_by=_text(body["stopped_by"]),
        prices=None if body["prices"] is None else _read_prices(body["prices"]),
        prices_unmet=_read_prices(body["prices_unmet"]),
    )


def decode(line: bytes) -> Message:
    """The message that a line holds. Raises ProtocolError when it holds none."""
    try:
        body = json.loads(line)
        match body["type"]:
            case "compiled":
                size = Size(**{name: _whole(count) for name, count in body["size"].items()})
                return Compiled(size, float(body["seconds"]))
            case "incumbent":
                return Incumbent(_read_found(body))
            case "bound":
                return Bound(_whole(body["unmet"]), _whole(body["money"]))
            case "priced":
                return Priced(_whole(body["unmet"]), _read_prices(body["prices"]))
            case "answer":
                return Answer(_read_found(body))
            case "failed":
                return Failed(_text(body["code"]), _text(body["message"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ProtocolError("the child sent a line that is no message") from error
    raise ProtocolError("the child sent a message of an unknown type")
