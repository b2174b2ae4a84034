"""What is seen while a plan is made: plain lines beside the output, and on a terminal one line that keeps itself."""

import os
import subprocess
from pathlib import Path

from tests.api.command_line.running import COMMAND, PATIENCE, ROOT, environment, process
from tests.api.command_line.samples import QUICK, SAME, files


def _on_terminal(*arguments: str | Path, **more: str) -> tuple[int, str, str]:
    """A command whose standard error is a terminal: exit code, standard output, and what the terminal was sent."""
    ours, theirs = os.openpty()
    command = [*COMMAND, *map(str, arguments)]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": theirs}
    with subprocess.Popen(command, cwd=ROOT, env=environment(COLUMNS="200", **more), **streams) as running:  # type: ignore[call-overload]
        os.close(theirs)
        sent = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # so a terminal that nobody writes to any more says that it is at its end
                break
            if not part:
                break
            sent += part
        os.close(ours)
        out, _ = running.communicate(timeout=PATIENCE)
    return running.returncode, out.decode(), sent.decode()


def test_plain_lines_where_there_is_no_terminal(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = process("solve", scenario, *QUICK)
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err
    lines = ran.err.splitlines()
    assert "compiled (" in lines[0]
    assert lines[-1].endswith("objective 180.00, bound 180.00, gap 0.00 %, unmet 0")


def test_the_exact_engine_only_claims_a_bound(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = process("solve", scenario, "--engine", "exact", *QUICK)
    assert ran.err.splitlines()[-1].endswith("objective 180.00, claimed bound 180.00, claimed gap 0.00 %, unmet 0")
    assert "Engine exact claims: no plan is worth more than 180.00; claimed gap 0.00 %. Claimed, not proved." in ran.out


def test_a_live_line_on_a_terminal_and_plain_output_beside_it(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    code, out, sent = _on_terminal("solve", scenario, *QUICK)
    assert code == 0
    assert "\x1b" not in out
    assert "Plan: small year" in out
    assert "/ 60 s  checking  objective 180.00  bound 180.00  gap 0.00 %  unmet 0" in sent
    assert "\x1b[2K" in sent  # the line is wiped
    assert "\x1b[?25h" in sent  # and the cursor given back


def test_the_cursor_is_given_back_when_the_input_is_refused() -> None:
    code, _, sent = _on_terminal("solve", "nowhere.json")
    assert code == 2
    assert "file_missing" in sent
    assert sent.count("\x1b[?25l") == sent.count("\x1b[?25h")


def test_nothing_moves_on_a_terminal_with_json(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    code, out, sent = _on_terminal("solve", scenario, "--json", *SAME)
    assert (code, sent) == (0, "")
    assert out == plan.read_text("utf-8")
