"""Why each project is decided as it is, in the tables of the summary."""

import json
from io import StringIO

from rich.console import Console

from api.command_line.summary import summarise
from api.command_line.summary_tables import tables
from api.command_line.summary_text import SearchEnd, answer
from models.plan import Plan
from models.rules import Language
from models.scenario import Scenario
from optimizer.explain.decisions import with_reasons
from tests.api.command_line.samples import plan_text, small

SCENARIO = Scenario.model_validate(small())


def _shown(plan: Plan, language: Language) -> str:
    summary, screen = summarise(SCENARIO, plan), Console(file=StringIO(), width=160, markup=False, highlight=False)
    for part in (*answer(SCENARIO, summary, SearchEnd("optimal"), language), *tables(SCENARIO, summary, language)):
        screen.print(part)
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue()


def _bare() -> Plan:
    plan = Plan.model_validate(json.loads(plan_text()))
    return plan.replace(decisions=tuple(row.replace(why=()) for row in plan.decisions))


def test_what_is_proved_and_why_in_the_tables() -> None:
    plan = with_reasons(SCENARIO, _bare())
    english, chinese = _shown(plan, "en"), _shown(plan, "zh")
    settled = sum(reason["code"] == "settled" for row in plan.decisions for reason in row.why)
    assert f"Decisions that are proved (deciding the other way is worth less): {settled} of 4." in english
    assert f"已证明与本计划不同便更差的决策：{settled} 项，共 4 项。" in chinese
    assert "It excludes P-001, which runs." in english
    assert "− excluded projects " in english
    assert "− 互斥项目 " in chinese
    assert "The search ended: nothing better is left to find." in english


def test_without_reasons_there_is_no_column_for_them() -> None:
    assert "why" not in _shown(_bare(), "en")
