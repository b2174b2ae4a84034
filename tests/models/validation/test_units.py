"""The tree of units against the contract's words, climbed unit by unit."""

from hypothesis import given
from hypothesis import strategies as st

from models.organisation import Unit
from models.validation.units import UnitTree


def units(parents: list[int | None], trades: list[bool], levels: list[str | None]) -> list[Unit]:
    rows = zip(parents, trades, levels, strict=True)
    return [
        Unit(id=f"u{place}", parent=None if parent is None else f"u{parent}", trades=trade, level=level)
        for place, (parent, trade, level) in enumerate(rows)
    ]


@st.composite
def trees(draw: st.DrawFn) -> list[Unit]:
    """Trees in which units stand before or after their parents."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    parents: list[int | None] = [None] * size
    for place, unit in enumerate(order[1:], start=1):
        parents[unit] = order[draw(st.integers(0, place - 1))]
    trades = draw(st.lists(st.booleans(), min_size=size, max_size=size))
    levels = draw(st.lists(st.sampled_from([None, "region", "office"]), min_size=size, max_size=size))
    return units(parents, trades, levels)


def climb(by_id: dict[str, Unit], name: str) -> list[Unit]:
    path = [by_id[name]]
    while path[-1].parent is not None:
        path.append(by_id[path[-1].parent])
    return path


@given(trees())
def test_it_agrees_with_climbing(company: list[Unit]) -> None:
    tree, by_id = UnitTree(company), {unit.id: unit for unit in company}
    for unit in company:
        path = climb(by_id, unit.id)
        assert tree.trading_unit(unit.id) == next((each.id for each in path if each.trades), path[-1].id)
        below_root = path[-2].id if len(path) > 1 else path[-1].id
        assert tree.region(unit.id) == next((each.id for each in path if each.level == "region"), below_root)
        above = {each.id for each in path}
        assert {top.id for top in company if tree.within(unit.id, top.id)} == above
        first, last = tree.span(unit.id)
        assert last - first == sum(tree.within(each.id, unit.id) for each in company)


def test_nothing_is_said_of_units_outside_the_tree() -> None:
    tree = UnitTree(units([None, 0, 3, 2, 99], [True] * 5, [None] * 5))
    assert tree.roots == ["u0"]
    for outside in ("u2", "u3", "u4", "nowhere"):
        assert tree.trading_unit(outside) is None
        assert tree.region(outside) is None
        assert tree.place(outside) is None
        assert not tree.within(outside, "u0")
        assert not tree.within("u0", outside)


def test_a_long_chain_is_no_danger() -> None:
    chain = units([None, *range(50_000)], [False] * 50_001, [None] * 50_001)
    tree = UnitTree(chain)
    assert tree.trading_unit("u50000") == "u0"
    assert tree.region("u50000") == "u1"
    assert tree.within("u50000", "u25000")
