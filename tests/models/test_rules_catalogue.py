"""One rule, one name: in the catalogue, in the rules, in the checker, and in the tests."""

import pkgutil
import re
from pathlib import Path

import pytest

import optimizer.checker
import optimizer.rules
from models.rules import RULES, RuleId, row_name
from optimizer.checker import CHECKS

NAMES = {rule.value for rule in RuleId}
TESTS = Path(__file__).resolve().parents[1]


def modules(package: list[str]) -> set[str]:
    return {module.name for module in pkgutil.iter_modules(package)}


def test_every_rule_has_a_sentence_in_both_languages() -> None:
    assert set(RULES) == set(RuleId)
    assert len({text.zh for text in RULES.values()}) == len({text.en for text in RULES.values()}) == len(RuleId)
    for text in RULES.values():
        assert re.fullmatch(r"[\u4e00-\u9fff].*。", text.zh)
        assert re.fullmatch(r"[A-Z][ -~]*\.", text.en)


def test_the_program_has_a_module_for_each_rule_and_no_other() -> None:
    assert modules(list(optimizer.rules.__path__)) == NAMES
    assert [rule.NAME for rule in optimizer.rules.RULES] == list(
        dict.fromkeys(rule.NAME for rule in optimizer.rules.RULES)
    )
    for rule in optimizer.rules.RULES:
        assert rule.__name__ == f"optimizer.rules.{rule.NAME.value}"  # type: ignore[attr-defined]
    assert {rule.NAME for rule in optimizer.rules.RULES} == set(RuleId)


def test_the_checker_has_a_module_for_each_rule() -> None:
    assert modules(list(optimizer.checker.__path__)) >= NAMES
    for check in CHECKS:
        assert check.__name__ == f"optimizer.checker.{check.RULE.value}"  # type: ignore[union-attr]
    assert [check.RULE for check in CHECKS] == list(dict.fromkeys(check.RULE for check in CHECKS))
    assert {check.RULE for check in CHECKS} == set(RuleId)


def test_the_rules_stand_in_one_order_everywhere() -> None:
    assert [rule.NAME for rule in optimizer.rules.RULES] == list(RuleId) == [check.RULE for check in CHECKS]


def test_every_rule_has_its_tests() -> None:
    files = {path.stem.removeprefix("test_") for path in (TESTS / "optimizer" / "rules").glob("test_*.py")}
    assert files == NAMES


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ((), "seller_cap"),
        (("north", "pm", "2027-01"), "seller_cap/north/pm/2027-01"),
        (("a/b", "c~d"), "seller_cap/a~1b/c~0d"),
        (("~1",), "seller_cap/~01"),  # not the escape of a slash
        (("华东",), "seller_cap/华东"),
    ],
)
def test_row_names_escape_ids_as_json_pointers_do(parts: tuple[str, ...], name: str) -> None:
    assert row_name(RuleId.SELLER_CAP, *parts) == name
