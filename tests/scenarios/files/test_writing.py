"""Writing files: the old content or the new, never a part, and nothing left beside it. The disks really are full."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import NotWritten
from scenarios.files import write_atomically

ROOT = Path(__file__).resolve().parents[3]
OLD, NEW = "old\n", "new: 年度\n"
LARGE = 1 << 20


def test_a_new_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "plan.json", NEW)
    assert (tmp_path / "plan.json").read_text("utf-8") == NEW
    assert os.listdir(tmp_path) == ["plan.json"]


def test_in_the_place_of_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(OLD)
    before = path.open()
    write_atomically(str(path), NEW)
    assert path.read_text("utf-8") == NEW
    with before:
        assert before.read() == OLD  # who had it open reads on in the old one
    assert os.listdir(tmp_path) == ["plan.json"]


def test_by_a_name_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("plan.json", NEW)
    assert (tmp_path / "plan.json").read_text("utf-8") == NEW


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_an_old_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(OLD)
    path.chmod(mode)
    write_atomically(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "plan.json", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o640


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link, target = tmp_path / "plan.json", tmp_path / "elsewhere" / "real.json"
    link.symlink_to(target)
    for content in (OLD, NEW):  # a target that is not there yet, and one that is
        write_atomically(link, content)
        assert link.is_symlink()
        assert target.read_text("utf-8") == content
    assert os.listdir(tmp_path / "elsewhere") == ["real.json"]


@pytest.mark.parametrize("length", [1, 200, 255])
def test_a_name_as_long_as_names_may_be(length: int, tmp_path: Path) -> None:
    write_atomically(tmp_path / ("n" * length), NEW)
    assert (tmp_path / ("n" * length)).read_text("utf-8") == NEW


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none/plan.json", "No such file"),
        ("file/plan.json", "Not a directory"),
        ("folder", "directory"),
        ("n" * 256, "too long"),
        ("nul\0", "ValueError"),
    ],
)
def test_where_nothing_can_be_written(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(OLD)
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotWritten, match=says):
        write_atomically(tmp_path / name, NEW)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]
    assert os.listdir(tmp_path / "folder") == []


def test_a_text_that_cannot_be_encoded_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(OLD)
    with pytest.raises(NotWritten, match="UnicodeEncodeError"):
        write_atomically(path, "half a pair: \ud800")
    assert path.read_text() == OLD
    assert os.listdir(tmp_path) == ["plan.json"]


_OVER = f"""
import sys
from models.errors import NotWritten
from scenarios.files import write_atomically
try:
    write_atomically(sys.argv[1], "x" * {LARGE})
except NotWritten as failed:
    print(failed)
"""


def _over(folder: Path, *before: str, script: str = _OVER) -> str:
    """What a process of its own says when it writes a large text over an old file."""
    command = [*before, sys.executable, "-c", script, str(folder / "plan.json")]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout


def test_a_file_that_may_not_grow_so_large(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(OLD)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
    assert "plan.json: File too large" in _over(tmp_path, script=limit + _OVER)
    assert (tmp_path / "plan.json").read_text() == OLD
    assert os.listdir(tmp_path) == ["plan.json"]


def _private(folder: Path, script: str) -> list[str]:
    """A command in a file system of its own, which ends with it, and which holds 64 KB at this place."""
    mount = 'mount -t tmpfs -o size=64k none "$0" && ' + script
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, str(folder)]


def _can_mount(folder: Path) -> bool:
    return (
        shutil.which("unshare") is not None
        and subprocess.run(_private(folder, "true"), capture_output=True, check=False).returncode == 0
    )


@pytest.mark.parametrize("before", ["", OLD.strip()])
def test_a_disk_that_is_full(before: str, tmp_path: Path) -> None:
    if not _can_mount(tmp_path):
        pytest.skip("nothing can be mounted here")
    old = f'echo {before} > "$0/plan.json" && ' if before else ""
    shown = 'ls -A "$0" && cat "$0"/*' if before else 'ls -A "$0"'
    said = _over(tmp_path, *_private(tmp_path, f'{old}"$@" && {shown}'))
    failed, *left = said.splitlines()
    assert failed.endswith("plan.json: No space left on device")
    assert left == (["plan.json", before] if before else [])


def test_killed_while_it_writes_the_old_content_stands(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text(OLD)
    script = """
import os, signal, sys
from scenarios.files import write_atomically
os.replace = lambda *names: os.kill(os.getpid(), signal.SIGKILL)  # everything is on the disk, under another name
write_atomically(sys.argv[1], "new")
"""
    with pytest.raises(subprocess.CalledProcessError, match="SIGKILL"):
        _over(tmp_path, script=script)
    assert (tmp_path / "plan.json").read_text() == OLD
