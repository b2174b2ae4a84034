"""Canonical JSON as RFC 8785 has it, the hash of a scenario, and JSON for people."""

import json
import math
import struct
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.canonical import canonical_json, content_hash, number_text, readable_json
from models.scenario import Scenario
from scenarios.generator.tiny import tiny
from tests.scenario_builder import candidate, document

# RFC 8785, appendix B: the bits of a double and its text.
NUMBER_SAMPLES = [
    ("0000000000000000", "0"),
    ("8000000000000000", "0"),
    ("0000000000000001", "5e-324"),
    ("8000000000000001", "-5e-324"),
    ("7fefffffffffffff", "1.7976931348623157e+308"),
    ("ffefffffffffffff", "-1.7976931348623157e+308"),
    ("4340000000000000", "9007199254740992"),
    ("c340000000000000", "-9007199254740992"),
    ("4430000000000000", "295147905179352830000"),
    ("44b52d02c7e14af5", "9.999999999999997e+22"),
    ("44b52d02c7e14af6", "1e+23"),
    ("44b52d02c7e14af7", "1.0000000000000001e+23"),
    ("444b1ae4d6e2ef4e", "999999999999999700000"),
    ("444b1ae4d6e2ef4f", "999999999999999900000"),
    ("444b1ae4d6e2ef50", "1e+21"),
    ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
    ("3eb0c6f7a0b5ed8d", "0.000001"),
    ("41b3de4355555553", "333333333.3333332"),
    ("41b3de4355555554", "333333333.33333325"),
    ("41b3de4355555555", "333333333.3333333"),
    ("41b3de4355555556", "333333333.3333334"),
    ("41b3de4355555557", "333333333.33333343"),
    ("becbf647612f3696", "-0.0000033333333333333333"),
    ("43143ff3c1cb0959", "1424953923781206.2"),
]

numbers = (
    st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
documents = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(("bits", "text"), NUMBER_SAMPLES)
def test_the_number_samples_of_the_rfc(bits: str, text: str) -> None:
    (double,) = struct.unpack(">d", bytes.fromhex(bits))
    assert number_text(double) == text


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_not_finite_has_no_text(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        canonical_json([value])


def test_the_example_of_the_rfc() -> None:
    # RFC 8785, section 3.2.2: literals, numbers and a string with every kind of escape.
    example = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\u002f",
        "literals": [None, True, False],
    }
    assert canonical_json(example).decode() == (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


def test_keys_are_sorted_by_utf16_code_units() -> None:
    # RFC 8785, section 3.2.3: the emoji, two code units from U+D83D on, stands before U+FB33.
    example = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical_json(example)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


def test_control_characters_are_escaped_the_short_way_where_there_is_one() -> None:
    assert canonical_json("\b\t\n\f\r\x00\x1f\x7f\u2028/").decode() == '"\\b\\t\\n\\f\\r\\u0000\\u001f\x7f\u2028/"'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, Decimal("1.00")),
        (1, 1.0),
        (Decimal("0.1"), 0.1),
        (Decimal("1E+3"), 1000),
        (Decimal("-0.0"), 0),
        (2**53, Decimal(2**53)),
        (10**21, 1e21),
        ([1, 2], (1, 2)),
    ],
)
def test_equal_values_have_one_text(one: Any, other: Any) -> None:
    assert canonical_json(one) == canonical_json(other)


def test_whole_numbers_beyond_the_doubles_are_written_as_their_double() -> None:
    assert canonical_json(2**53 + 1) == canonical_json(2**53) == b"9007199254740992"


@pytest.mark.parametrize("value", [{1, 2}, b"x", object(), [complex(1)], {"a": range(2)}])
def test_there_is_json_for_json_only(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


def test_half_a_surrogate_pair_cannot_be_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical_json("\ud800")


@given(documents)
def test_canonical_json_reads_back_as_the_same_value_and_is_a_fixed_point(value: Any) -> None:
    text = canonical_json(value)
    # Every JSON number is a double here: 23368734093039410 stands for the one nearest to it.
    assert json.loads(text, parse_int=float) == json.loads(json.dumps(value, default=float), parse_int=float)
    assert canonical_json(json.loads(text)) == text


@given(st.dictionaries(texts, numbers, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(table: dict[str, Any], dice: Any) -> None:
    shuffled = list(table.items())
    dice.shuffle(shuffled)
    assert content_hash(dict(shuffled)) == content_hash(table)


def test_a_known_hash() -> None:
    # The digest of the two bytes "{}".
    assert content_hash({}) == "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("seed", range(60))
def test_a_scenario_has_the_hash_of_the_document_it_was_read_from(seed: int) -> None:
    whole = tiny(seed)
    scenario = Scenario.model_validate(whole)
    assert scenario.read_from(whole).content_hash == content_hash(whole)
    # Written out and read again it is the same scenario, with the same hash for the same text.
    written = scenario.document()
    assert Scenario.model_validate(written) == scenario
    assert Scenario.model_validate(written).content_hash == content_hash(written) == scenario.content_hash


def test_a_scenario_that_holds_only_what_is_read_hashes_as_its_document() -> None:
    whole = document(projects=[candidate("P", value={"amount": Decimal("80.50"), "win_probability": 0.4})])
    assert Scenario.model_validate(whole).content_hash == content_hash(whole)


def test_nulls_stay_in_the_hash_though_they_mean_absent() -> None:
    plain = document(projects=[candidate("P")])
    stated = document(projects=[{**candidate("P"), "tier": None}])
    without_null = Scenario.model_validate(plain)
    assert without_null.read_from(stated).content_hash == content_hash(stated) != content_hash(plain)


def test_what_is_not_read_of_a_baseline_stays_in_the_hash() -> None:
    plan = {"decisions": [{"project": "P", "decision": "drop", "why": []}], "assignments": [], "hunger": [{"a": 1}]}
    whole = document(projects=[candidate("P")], baseline={"plan": plan})
    scenario = Scenario.model_validate(whole)
    assert scenario.baseline is not None
    assert [row.decision for row in scenario.baseline.plan.decisions] == ["drop"]
    assert scenario.read_from(whole).content_hash == content_hash(whole) != scenario.content_hash


def test_a_changed_scenario_has_a_hash_of_its_own() -> None:
    whole = document()
    scenario = Scenario.model_validate(whole).read_from(whole)
    renamed = scenario.replace(name="other")
    assert renamed.content_hash == content_hash({**whole, "name": "other"})
    assert scenario.content_hash == content_hash(whole)


@given(st.dictionaries(texts, st.lists(st.dictionaries(texts, documents, max_size=3), max_size=3) | documents))
def test_json_for_people_says_the_same(table: dict[str, Any]) -> None:
    if table:
        assert canonical_json(json.loads(readable_json(table))) == canonical_json(table)


def test_json_for_people_has_one_record_a_line_and_exact_numbers() -> None:
    text = readable_json(
        {"name": "甲", "rows": [{"a": Decimal("1.50")}, {"a": Decimal("1E+3")}], "none": [], "x": None}
    )
    assert text == '{\n "name": "甲",\n "rows": [\n  {"a": 1.50},\n  {"a": 1000}\n ],\n "none": [],\n "x": null\n}\n'
