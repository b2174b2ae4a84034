"""Making findings, and putting them into an order and a number that people can read."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from models.findings import Finding, Severity
from models.validation.catalogue import CATALOGUE
from models.validation.places import Fix, Path, address, parts_of, shown

MOST_FINDINGS = 1_000
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def found(code: str, path: Path, fix: Fix | None = None, **params: Any) -> Finding:
    """A finding at a place. Its severity is the catalogue's; texts among `params` are made safe to show."""
    safe = {name: _safe(value) for name, value in params.items()}
    return Finding(address(path), code, CATALOGUE[code].severity, safe, fix)


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, (list, tuple)):
        return [_safe(item) for item in value]
    return value


class Gathered:
    """Findings as they are made: the first of each code are kept, the others counted."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.kept: dict[tuple[str, str, str], Finding] = {}
        self.left_out: Counter[Severity] = Counter()
        self._codes: Counter[str] = Counter()
        self.add(findings)

    def add(self, findings: Iterable[Finding]) -> None:
        """Gather some more. The same finding counts once."""
        for finding in findings:
            key = (finding.pointer, finding.code, repr(finding.params))
            if key in self.kept:
                continue
            if self._codes[finding.code] < MOST_FINDINGS:
                self._codes[finding.code] += 1
                self.kept[key] = finding
            else:
                self.left_out[finding.severity] += 1

    def __bool__(self) -> bool:
        return bool(self.kept)

    @property
    def any_error(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.kept.values())


def in_order(gathered: Gathered, document: Any) -> tuple[Finding, ...]:
    """The findings in the order of the document, at most `MOST_FINDINGS` of them.

    When there are more, errors stay before warnings before hints, every code keeps some, and a last finding as severe
    as the worst one left out says how many there are.
    """
    places = _Places(document)
    ordered = sorted(gathered.kept.values(), key=lambda finding: places.key(finding.pointer))
    if len(ordered) <= MOST_FINDINGS and not gathered.left_out:
        return tuple(ordered)
    seen: Counter[str] = Counter()
    ranks = []
    for finding in ordered:
        seen[finding.code] += 1
        ranks.append((_WEIGHT[finding.severity], seen[finding.code]))
    by_rank = sorted(range(len(ordered)), key=ranks.__getitem__)
    left_out = Counter(gathered.left_out)
    left_out.update(ordered[place].severity for place in by_rank[MOST_FINDINGS - 1 :])
    worst = min(left_out, key=_WEIGHT.__getitem__)
    more = Finding("", f"more_{worst.value}s", worst, {"count": left_out.total()})
    return (*(ordered[place] for place in sorted(by_rank[: MOST_FINDINGS - 1])), more)


class _Places:
    """Sort keys for JSON pointers: list items by index, fields as the document has them, what is absent last."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._orders: dict[int, dict[str, int]] = {}

    def key(self, pointer: str) -> tuple[int, ...]:
        value = self._document
        key = []
        for part in parts_of(pointer):
            if isinstance(value, dict):
                order = self._orders.setdefault(id(value), {})
                if not order:
                    order.update((name, place) for place, name in enumerate(value) if isinstance(name, str))
                key.append(order.get(part, len(order)))
                value = value.get(part)
            elif isinstance(value, (list, tuple)) and part.isascii() and part.isdigit():
                place = int(part)
                key.append(place)
                value = value[place] if place < len(value) else None
            else:
                key.append(0)
                value = None
        return tuple(key)
