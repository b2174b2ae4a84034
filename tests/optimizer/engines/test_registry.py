"""The engines by name."""

import subprocess
import sys

from optimizer.engines.registry import ENGINES


def test_engines_are_listed_by_their_own_names() -> None:
    assert "exact" in ENGINES
    assert [engine.name for engine in ENGINES.values()] == list(ENGINES)


def test_to_list_the_engines_loads_no_solver() -> None:
    # A fresh process: here, other tests have loaded everything already.
    question = "import sys, optimizer.engines.registry; print('ortools' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
