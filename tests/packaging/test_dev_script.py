"""dev.py as a newcomer meets it, and its care for the environment it makes."""

import ast
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import dev

PROJECT = '[project]\nname = "hilltop"\nversion = "0.1.0"\n'
SCRIPT = Path(dev.__file__)


class Installs:
    """Stands in for the minutes-long install: makes the interpreter only, and counts."""

    def __init__(self) -> None:
        self.count = 0
        self.fails = False

    def __call__(self, _root: Path, venv: Path) -> None:
        self.count += 1
        (venv / "bin").mkdir(parents=True, exist_ok=True)
        (venv / "bin" / "python").unlink(missing_ok=True)
        (venv / "bin" / "python").symlink_to(sys.executable)
        if self.fails:
            raise KeyboardInterrupt


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> Installs:
    stand_in = Installs()
    monkeypatch.setattr(dev, "install", stand_in)
    return stand_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "requirements.lock").write_text("a==1\n")
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], check=False, capture_output=True, text=True)


def test_alone_it_prints_its_commands() -> None:
    shown = run()
    assert shown.returncode == 0
    for command in ("setup", "run", "test", *dev.LONG, "lock", "clean"):
        assert f"\n    {command} " in shown.stdout
    assert shown.stdout == run("--help").stdout


@pytest.mark.parametrize("arguments", [("solve",), ("run", "--fast"), ("clean", "everything")])
def test_what_it_does_not_know_it_refuses(arguments: tuple[str, ...]) -> None:
    refused = run(*arguments)
    assert refused.returncode == 2
    assert arguments[-1] in refused.stderr


def test_an_older_python_can_read_it_as_far_as_the_message() -> None:
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))


def test_without_uv_and_pip_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(dev, "BASE_PYTHON", "/bin/false")
    with pytest.raises(SystemExit, match="python3-pip"):
        dev.installer(tmp_path / "python")


def test_it_sets_up_once(root: Path, installs: Installs) -> None:
    dev.setup(root)
    dev.setup(root)
    assert installs.count == 1


@pytest.mark.parametrize(
    ("file", "text", "again"),
    [
        ("requirements.lock", "a==2\n", True),
        ("pyproject.toml", PROJECT.replace("0.1.0", "0.2.0"), True),
        ("pyproject.toml", PROJECT + "[tool.ruff]\nline-length = 100\n", False),
    ],
)
def test_it_sets_up_again_when_what_is_installed_would_differ(
    root: Path, installs: Installs, file: str, text: str, again: bool
) -> None:
    dev.setup(root)
    (root / file).write_text(text)
    dev.setup(root)
    assert installs.count == 1 + again


def test_it_sets_up_again_when_the_systems_python_has_gone(root: Path, installs: Installs) -> None:
    dev.setup(root)
    python = root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(root / "gone")
    dev.setup(root)
    assert installs.count == 2


def test_it_sets_up_again_after_an_interruption(root: Path, installs: Installs) -> None:
    installs.fails = True
    with pytest.raises(KeyboardInterrupt):
        dev.setup(root)
    installs.fails = False
    dev.setup(root)
    dev.setup(root)
    assert installs.count == 2


def test_it_waits_for_another_and_takes_what_that_one_made(root: Path, installs: Installs) -> None:
    second = threading.Thread(target=dev.setup, args=(root,))
    with dev.alone(root / ".venv.lock"):
        second.start()
        second.join(timeout=0.2)
        assert second.is_alive()
        dev.install(root, root / ".venv")
        (root / ".venv" / "stamp").write_text(dev.fingerprint(root))
    second.join(timeout=10)
    assert not second.is_alive()
    assert installs.count == 1


def test_every_check_runs_and_one_failure_is_enough(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    ran = []

    def call(command: list[str]) -> int:
        ran.append(command)
        return 1 if command[0] == "mypy" else 0

    monkeypatch.setattr(dev, "call", call)
    assert dev.test(["-k", "words"]) == 1
    assert ran == [command for _, command in dev.CHECKS[:-1]] + [[*dev.CHECKS[-1][1], "-k", "words"]]
    assert "before it FAILED: mypy" in capfd.readouterr().out.splitlines()[-1]
