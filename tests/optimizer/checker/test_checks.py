"""The list of rules is complete and in the order of the contract, and the checker stands on its own."""

import ast
import sys
from importlib import import_module
from pathlib import Path

import optimizer.checker
from models.plan import Terms
from models.rules import RULES, RuleId
from optimizer.checker.checks import CHECKS, HARD, MONEY

FOLDER = Path(optimizer.checker.__file__).parent


def test_every_rule_is_checked_in_order_by_the_module_of_its_name() -> None:
    assert [check.RULE for check in CHECKS] == list(RuleId)
    for rule in RuleId:
        assert import_module(f"optimizer.checker.{rule.value}") in CHECKS


def test_hard_rules_are_those_the_contract_calls_hard() -> None:
    assert [check.RULE for check in HARD] == [rule for rule, text in RULES.items() if text.strength == "hard"]


def test_every_term_of_the_objective_has_one_rule() -> None:
    assert sorted(check.TERM for check in MONEY) == sorted(Terms.model_fields)


def test_every_rule_has_its_tests() -> None:
    tests = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert {rule.value for rule in RuleId} <= tests


def test_the_checker_imports_models_and_the_standard_library_only() -> None:
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            for name in names:
                ours = name == "optimizer.checker" or name.startswith(("optimizer.checker.", "models."))
                assert ours or name.split(".")[0] in sys.stdlib_module_names, f"{path.name} imports {name}"
