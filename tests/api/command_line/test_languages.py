"""Chinese and English: by option, by locale, in the help, in errors and in the answer."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from api.command_line.language import language_of
from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, files, impossible, written

CHINESE = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = ("solve", "check", "validate", "diff", "generate", "catalog", "version")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh"),
        ([], {"LC_ALL": "", "LANG": "zh"}, "zh"),
        (["--lang", "zh"], {"LANG": "en"}, "zh"),
        (["solve", "--lang=zh"], {}, "zh"),
        (["--lang", "zh", "solve", "--lang", "en"], {}, "en"),
        (["solve", "--", "--lang", "zh"], {}, "en"),
        (["solve", "--lang"], {"LANG": "zh"}, "zh"),
        (["solve", "--lang", "fr"], {"LANG": "zh"}, "zh"),
    ],
)
def test_which_language(arguments: list[str], environment: Mapping[str, str], language: str) -> None:
    assert language_of(arguments, environment) == language


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_with_the_exit_codes(command: str) -> None:
    english, chinese = (hilltop(command, "--help", "--lang", language) for language in ("en", "zh"))
    assert (english.code, chinese.code) == (0, 0)
    assert not CHINESE.search(english.out)
    assert "Exit codes:" in english.out
    assert "130  interrupted without a plan" in english.out
    assert "退出码：" in chinese.out
    assert "help." not in english.out + chinese.out


def test_the_help_of_the_whole() -> None:
    english, chinese = hilltop("--help"), hilltop("--help", locale="zh_CN.UTF-8")
    assert all(f"  {command} " in english.out for command in COMMANDS)
    assert "销售项目立项与资源规划" in chinese.out
    assert "help." not in english.out + chinese.out


@pytest.mark.parametrize("before", [True, False])
def test_the_option_stands_before_the_command_or_behind_it(before: bool) -> None:
    option = ["--lang", "zh"]
    ran = hilltop(*([*option, "validate", "-"] if before else ["validate", "-", *option]), given=b"{")
    assert ran.code == 2
    assert "1 个错误" in ran.out


def test_the_answer_by_the_locale_of_the_process(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", impossible())
    ran = process("solve", scenario, *QUICK, LC_ALL="zh_CN.UTF-8", PYTHONUTF8="1")
    assert ran.code == 3
    assert "计划：small year" in ran.out
    assert "有 1 项承诺未满足，见下；已证明不能更少。" in ran.out
    assert "强制项目 P-101 不运行" in ran.out
    assert "与正在运行的项目 P-102 互斥。" in ran.out
    assert "编译" in ran.err


def test_a_terminal_that_cannot_show_chinese_still_gets_the_rest(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = process("check", scenario, plan, "--lang", "zh", PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert "180.00" in ran.out
    assert "?" in ran.out


@pytest.mark.parametrize("what", ["rules", "findings"])
def test_catalogues_speak_one_language(what: str) -> None:
    assert not CHINESE.search(hilltop("catalog", what, "--lang", "en").out)
    assert CHINESE.search(hilltop("catalog", what, "--lang", "zh").out)
