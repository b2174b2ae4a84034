"""Every family runs once, tiny; every solver that is installed gives the best answer where that is easy."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.__main__ import main
from benchmarks.contestants.contestant import Task
from benchmarks.contestants.highs import incumbent_of
from benchmarks.contestants.hilltop import checked_bound
from benchmarks.contestants.registry import CONTESTANTS, HILLTOP, PEERS
from benchmarks.derived import Foreign, check_derived
from benchmarks.families import mkp
from benchmarks.figures import Figures, Reference, figures, reference
from benchmarks.instance import Best, Instance, Missing
from benchmarks.protocol import Setting, fewest_unmet, measure, written
from benchmarks.race import Incumbent, Run, race
from benchmarks.table import heading, line, record
from models.quantities import MICRO_SCALE
from optimizer.engines.construct import construct
from optimizer.engines.engine import Claim, Limits, Priced, Prices, Result, StoppedBy
from optimizer.engines.prices.rounding import Rounding, rounded
from optimizer.engines.registry import ENGINES
from optimizer.program import COMMITMENT
from optimizer.settings import SolveSettings
from optimizer.stops import Deadline
from tests.benchmarks.instances import BY_NAME, TINY, program_of
from tests.differential.compare import Silent

ENGINE = SolveSettings().engine
FEW_SECONDS = 3.0
EASY = "told-gap-d-3x9"


def setting(**changes: object) -> Setting:
    return Setting(**({"seconds": FEW_SECONDS, "workers": 1, "engine": ENGINE} | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("instance", TINY, ids=lambda one: one.name)
def test_every_family_runs(instance: Instance) -> None:
    lines = list(measure(instance, setting(peers=False)))
    assert [one.contestant for one in lines] == [HILLTOP.name]
    hilltop = lines[0]
    assert hilltop.objective is not None
    assert hilltop.first is not None
    assert hilltop.gigabytes > 0
    known = instance.best()
    if known is not None:
        assert hilltop.objective <= known.money
        assert hilltop.gap is not None
        assert hilltop.gap_of_decided is not None
    assert len(line(hilltop)) >= len(heading().rstrip()) - 20
    assert json.loads(json.dumps(record(hilltop)))["instance"] == instance.name


@pytest.mark.parametrize("peer", [peer.name for peer in PEERS])
def test_every_solver_finds_the_best_where_that_is_easy(peer: str, tmp_path: Path) -> None:
    if not CONTESTANTS[peer].available():
        pytest.skip(f"{peer} is not installed")
    theirs = race(peer, written(BY_NAME[EASY], setting(seconds=60.0), tmp_path))
    assert theirs.outcome is not None, theirs.words
    assert theirs.best() == (0, -691 * MICRO_SCALE)
    assert theirs.outcome.status == "optimal"
    assert theirs.outcome.claimed_bound == pytest.approx(theirs.outcome.money, rel=1e-6)
    assert theirs.incumbents
    assert theirs.bytes > 0


def test_the_best_where_that_is_easy_is_known() -> None:
    program = program_of(EASY)
    result = ENGINES["exact"](program, [construct(program)], Limits(workers=1), Deadline.after(60), Silent())
    assert result.score[:2] == (0, -691 * MICRO_SCALE)
    assert result.claim.status == "OPTIMAL"


def test_who_falls_is_named_and_the_race_goes_on(tmp_path: Path) -> None:
    run = race("cp-sat", Task(tmp_path / "nowhere", False, 1.0, 1))
    assert run.outcome is None
    assert run.best() is None
    assert run.words


def test_the_command_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--instance", "mkp-15x3", "--time", "3", "--workers", "1", "--peer", "cp-sat", "--json"]
    assert main(options) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [one["contestant"] for one in shown] == ["hilltop", "cp-sat"]


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def measured(instance: Instance, asked: Setting) -> list[Figures]:
        if instance.name == "told-gap-d-3x9":
            raise Missing("told-gap-d-3x9: not here")
        return [figures(instance.name, run((1.0, 0, 900), words=f"{asked.seconds:g} s"), None, None)]

    monkeypatch.setattr("benchmarks.__main__.measure", measured)
    assert main(["--tiny", "--time", "7"]) == 0
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert lines[0].startswith("instance")
    assert [text.split()[0] for text in lines[1 : len(TINY)]] == [one.name for one in TINY[:-1]]
    assert lines[1].endswith("7 s")
    assert shown.err == "skipped: told-gap-d-3x9: not here\n"


def test_no_instance_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--instance", "unheard-of"]) == 2
    assert "no instance" in capsys.readouterr().err


def test_it_describes_years(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--describe", "--tiny", "--family", "years", "--time", "3", "--workers", "1"]) == 0
    assert "year-30-s1" in capsys.readouterr().out


def run(*incumbents: tuple[float, int, int], words: str = "time") -> Run:
    return Run("somebody", [Incumbent(*one) for one in incumbents], None, words)


def test_gaps_and_times_by_hand() -> None:
    found = figures(
        "one", run((1.0, 1, 990), (2.0, 0, 900), (3.0, 0, 960), (4.0, 0, 995)), Reference(0, 1000, "checked"), 900
    )
    assert (found.first, found.to_5_percent, found.to_1_percent) == (1.0, 3.0, 4.0)
    assert found.gap == pytest.approx(5 / 995)
    assert found.gap_of_decided == pytest.approx(0.05)


def test_answers_with_other_commitments_have_no_gap() -> None:
    found = figures("one", run((1.0, 1, 990)), Reference(0, 1000, "checked"), 900)
    assert (found.gap, found.gap_of_decided, found.to_5_percent) == (None, None, None)


def test_an_answer_above_the_bound_is_marked() -> None:
    assert figures("one", run((1.0, 0, 1001)), Reference(0, 1000, "checked"), None).status == "time ! above the bound"


def test_a_checked_bound_goes_before_what_is_known() -> None:
    hilltop = run((1.0, 0, 900))
    assert reference(hilltop, Best(0, 950, "published")) == Reference(0, 950, "published")
    assert reference(None, None) is None
    assert (fewest_unmet(hilltop, None), fewest_unmet(run((1.0, 3, 9)), 1), fewest_unmet(run(), None)) == (0, 1, 0)


def test_prices_of_a_result_are_rounded_and_recomputed() -> None:
    program = mkp.program(mkp.tables([5, 7], [[3, 4]], [4]))
    chosen = program.nothing()
    plain = Result(chosen, program.score(chosen), Claim("x", None, False), StoppedBy.TIME)
    assert checked_bound(program, plain) is None
    limited = program.limited(COMMITMENT, 0)
    priced = Priced(0, Prices(np.array([5e6 / 3, -1.0]), 0.0), limited)
    assert checked_bound(program, replace(plain, priced=priced)) == 7_000_000


def test_rows_that_do_not_follow_are_refused() -> None:
    program = mkp.program(mkp.tables([5, 7], [[3, 4]], [4])).limited(COMMITMENT, 0)
    follows = rounded(program, [Rounding(0, 1, 3)])
    check_derived(program, follows)
    wrong = replace(follows, hinges=follows.hinges._replace(edge=follows.hinges.edge - (follows.hinges.row == 2)))
    with pytest.raises(Foreign):
        check_derived(program, wrong)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" S       0       0         0   0.00%   -12.5           -7.25             72.41%        0      0", -7.25),
        ("         0       0         0   0.00%   -12.5           inf                  inf        0      0", None),
        (" L      12       3         4  50.00%   -12             -8.000001         50.00%       12      3", -8.000001),
        ("Solving report", None),
    ],
)
def test_the_log_of_highs_names_incumbents(text: str, found: float | None) -> None:
    assert incumbent_of(text) == found


def test_hilltop_is_run_with_an_engine_that_exists() -> None:
    assert ENGINE in ENGINES
