#!/usr/bin/env python3
"""Everything a developer of Hilltop runs, with nothing installed but Python 3.11 and pip (or uv).

python3 dev.py run      solve the example portfolio and say where the plan is
python3 dev.py test     lint, types, layers and tests: what has to pass before a change goes in
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Hilltop needs Python 3.11 or newer; this is {sys.version.split()[0]}. Try: python3.11 dev.py")

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# pip is asked of the interpreter the environment was made from: inside .venv there is none, by intention.
BASE_PYTHON = getattr(sys, "_base_executable", None) or sys.executable

CHECKS = [
    ("ruff check", ["ruff", "check"]),
    ("ruff format", ["ruff", "format", "--check"]),
    ("mypy", ["mypy"]),
    ("lint-imports", ["lint-imports"]),
    ("pytest", ["pytest", "-n", "2"]),  # last, so that its summary closes the output
]
LONG = {
    "bench": "measure the product and other solvers on frozen instances, and print one table",
    "oracle": "solve thousands of tiny scenarios and compare each with the best of all answers",
    "faults": "kill, hang, starve and interrupt running solves, and see what each leaves behind",
    "fuzz": "validate 20,000 damaged documents: each is read, or findings say why not",
    "sizes": "measure time and memory from a made-up portfolio to a checked plan, by number of projects",
}
LOCKS = {
    "requirements.lock": ["--all-groups"],
    "requirements-runtime.lock": ["--no-default-groups"],
    "requirements-build.lock": ["--only-group", "build"],
}
EXAMPLE = "scenarios/examples/annual-2027.json"
CACHES = [".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("setup", help="make .venv from requirements.lock; the other commands do it when needed")
    commands.add_parser("run", help="solve the example portfolio")
    commands.add_parser("test", help="every check; further arguments go to pytest")
    for name, purpose in LONG.items():
        commands.add_parser(name, help=f"{purpose}; further arguments go to it", add_help=False)
    commands.add_parser("lock", help="resolve the dependencies anew (needs uv); keeps versions unless given --upgrade")
    commands.add_parser("clean", help="remove .venv, caches and build/")
    arguments, extra = parser.parse_known_args()
    command = arguments.command
    if command is None:
        parser.print_help()
        return 0
    if extra and command in ("setup", "run", "clean"):
        parser.error(f"{command} takes no arguments, was given: {' '.join(extra)}")
    if command == "clean":
        return clean()
    if command == "lock":
        return lock(extra)
    setup()
    if command == "run":
        return run()
    if command == "test":
        return test(extra)
    if command in LONG:
        module = "benchmarks" if command == "bench" else f"tests.{command}"
        return call(["python", "-m", module, *extra])
    return 0


def run() -> int:
    plan = Path("build") / "annual-2027.plan.json"
    (ROOT / plan).parent.mkdir(exist_ok=True)
    code = call(["hilltop", "solve", EXAMPLE, "--time-limit", "30", "--out", str(plan)])
    if code == 0:
        print(f"\nThe plan is in {plan}. Next, try:")
        print(f"  cp {EXAMPLE} mine.json      and change what you like in it")
        print("  .venv/bin/hilltop solve mine.json --out mine.plan.json")
        print("  .venv/bin/hilltop --help")
    return code


def test(extra: list[str]) -> int:
    failed: list[str] = []
    for name, command in CHECKS:
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        code = call([*command, *(extra if name == "pytest" else [])])
        verdict = f"FAILED (exit {code})" if code else "passed"
        before = f"; before it FAILED: {', '.join(failed)}" if failed else ""
        # One line each: whoever reads only the end of the output still meets pytest's own summary there.
        print(f"-- {name} {verdict} in {time.monotonic() - start:.1f} s{before}", flush=True)
        if code:
            failed.append(name)
    return 1 if failed else 0


def lock(extra: list[str]) -> int:
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("dev.py lock needs uv (https://docs.astral.sh/uv/); every other command does without.")
    # A mirror set up on this machine must not end up in files that others use.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("UV_INDEX", "UV_FIND_LINKS"))}
    index = ["--default-index", "https://pypi.org/simple"]
    subprocess.run([uv, "lock", *index, *extra], cwd=ROOT, env=environment, check=True)
    for name, groups in LOCKS.items():
        export = [uv, "export", "--quiet", "--frozen", "--no-emit-project", "--no-header", *groups, "-o", name]
        subprocess.run(export, cwd=ROOT, env=environment, check=True)
    return 0


def clean() -> int:
    for name in [".venv", "build", "dist", *CACHES]:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for cache in ROOT.rglob("__pycache__"):
        shutil.rmtree(cache, ignore_errors=True)
    return 0


def call(command: list[str]) -> int:
    """The exit code of a program of the environment, run at the top of the project."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    environment["PATH"] = os.pathsep.join([str(VENV / "bin"), environment.get("PATH", os.defpath)])
    environment["VIRTUAL_ENV"] = str(VENV)
    process = subprocess.Popen([VENV / "bin" / command[0], *command[1:]], cwd=ROOT, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the terminal sent it to the program too, which may still want to write down what it has


def setup(root: Path = ROOT) -> None:
    """Make root/.venv hold what requirements.lock names, and the project itself; quick where it does already."""
    venv, wanted = root / ".venv", fingerprint(root)
    with alone(root / ".venv.lock"):
        if not is_current(venv, wanted):
            install(root, venv)
            (venv / "stamp").write_text(wanted)  # last: an environment without its stamp was interrupted


def fingerprint(root: Path) -> str:
    # Entry points and the version are copied into the environment, so the project table counts beside the lock; and
    # so does the place, which every script of an environment names in its first line.
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    digest = hashlib.sha256((root / "requirements.lock").read_bytes() + json.dumps(project).encode())
    return f"{digest.hexdigest()} python {sys.version_info[0]}.{sys.version_info[1]} {root}\n"


def is_current(venv: Path, wanted: str) -> bool:
    # The interpreter is a link to the system's, which may have gone since; exists() follows it.
    stamp = venv / "stamp"
    return (venv / "bin" / "python").exists() and stamp.is_file() and stamp.read_text() == wanted


def install(root: Path, venv: Path) -> None:
    print(f"Making {venv.name} from requirements.lock (a minute or two the first time) ...", flush=True)
    start = time.monotonic()
    into = installer(venv / "bin" / "python")
    if venv.exists():
        shutil.rmtree(venv)
    # Wheels only: building from source would run packages that no hash covers. The lock is complete, hence --no-deps.
    locked = ["--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", "requirements.lock"]
    # An editable install, not a bare .pth file: it alone gives the version, the metadata and the console script. The
    # locked hatchling builds it inside the environment, so this step asks no index and runs nothing unpinned.
    editable = ["--no-deps", "--no-build-isolation", "--editable", "."]
    for command in (
        [BASE_PYTHON, "-m", "venv", "--without-pip", str(venv)],
        [*into, "--quiet", *locked],
        [*into, "--quiet", *editable],
        # A minute of compiling loops, which the first solve would otherwise take out of its time limit.
        [str(venv / "bin" / "python"), "-m", "optimizer.engines.warm_up"],
    ):
        try:
            subprocess.run(command, cwd=root, check=True)
        except subprocess.CalledProcessError as error:
            sys.exit(f"Setting up failed (exit {error.returncode}): {' '.join(command)}\nMend the cause and try again.")
    print(f"Made {venv.name} in {time.monotonic() - start:.0f} s.", flush=True)


def installer(python: Path) -> list[str]:
    if uv := shutil.which("uv"):
        # As pip does here: where a company inspects its traffic, only the system's store knows its certificate.
        os.environ.setdefault("UV_SYSTEM_CERTS", "1")
        return [uv, "pip", "install", "--python", str(python)]
    if subprocess.run([BASE_PYTHON, "-m", "pip", "--version"], check=False, capture_output=True).returncode:
        sys.exit("Neither uv nor pip is there. On Debian or Ubuntu: apt-get install python3-pip")
    return [BASE_PYTHON, "-m", "pip", "--disable-pip-version-check", "--python", str(python), "install"]


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the file's lock; the system lets go of it even when this process is killed."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another dev.py is setting up; waiting for it ...", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
