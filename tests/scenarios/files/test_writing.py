"""A file is written whole or not at all: on a full disk, through links, with its permissions, and beside readers."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import NotWritten
from scenarios.files import write_atomically
from tests.scenarios.files.privilege import as_nobody

LIMITED = """
import resource, signal, sys
from models.errors import NotWritten
from scenarios.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(sys.argv[1], "x" * int(sys.argv[2]))
except NotWritten as failed:
    print(failed)
    sys.exit(9)
"""
"""Writes with room for 1000 bytes in any file, as a quota would leave."""


def _limited(path: Path, size: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LIMITED, str(path), str(size)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_with_the_permissions_that_new_files_get(tmp_path: Path) -> None:
    path, usual = tmp_path / "year.json", tmp_path / "usual"
    usual.touch()
    write_atomically(path, "山头\n")
    assert path.read_bytes() == "山头\n".encode()
    assert _mode(path) == _mode(usual)
    assert _names(tmp_path) == ["usual", "year.json"]


def test_no_room_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("before")
    ran = _limited(path, 1001)
    assert (ran.returncode, ran.stderr) == (9, "")
    assert ran.stdout == f"{path}: File too large\n"
    assert path.read_text() == "before"
    assert _names(tmp_path) == ["plan.json"]


def test_no_room_for_a_new_file_leaves_nothing(tmp_path: Path) -> None:
    assert _limited(tmp_path / "plan.json", 100_000).returncode == 9
    assert _names(tmp_path) == []


def test_just_enough_room(tmp_path: Path) -> None:
    assert _limited(tmp_path / "plan.json", 1000).returncode == 0
    assert (tmp_path / "plan.json").stat().st_size == 1000


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_an_existing_file_keeps_its_permissions(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("before")
    path.chmod(mode)
    write_atomically(path, "after")
    assert (path.read_text(), _mode(path)) == ("after", mode)


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target, link = folder / "target.json", tmp_path / "plan.json"
    target.write_text("before")
    link.symlink_to("elsewhere/target.json")
    write_atomically(link, "after")
    assert link.is_symlink()
    assert target.read_text() == "after"
    assert (_names(folder), _names(tmp_path)) == (["target.json"], ["elsewhere", "plan.json"])


def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    link = tmp_path / "plan.json"
    link.symlink_to("target.json")
    write_atomically(link, "new")
    assert (tmp_path / "target.json").read_text() == "new"


def test_a_reader_keeps_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("before")
    with path.open() as reading:
        write_atomically(path, "after, and longer")
        assert reading.read() == "before"
    assert path.read_text() == "after, and longer"


def test_another_name_of_the_same_file_keeps_the_old_content(tmp_path: Path) -> None:
    path, other = tmp_path / "plan.json", tmp_path / "kept.json"
    path.write_text("before")
    os.link(path, other)
    write_atomically(path, "after")
    assert other.read_text() == "before"


@pytest.mark.parametrize("size", [200, 255])
def test_names_as_long_as_the_file_system_allows(size: int, tmp_path: Path) -> None:
    for sign in ("a", "山"):
        path = tmp_path / (sign * (size // len(sign.encode())))
        write_atomically(path, "content")
        assert path.read_text() == "content"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/such/plan.json", "No such file or directory"),
        ("file/plan.json", "Not a directory"),
        ("folder", "Is a directory"),
        ("x" * 300, "File name too long"),
        ("a\0b", "ValueError"),
        ("loop", "Too many levels of symbolic links"),
    ],
)
def test_where_nothing_can_be_written(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(NotWritten, match=reason):
        write_atomically(tmp_path / name, "content")
    assert _names(tmp_path) == ["file", "folder", "loop"]


def test_a_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    with as_nobody(), pytest.raises(NotWritten, match="Permission denied"):
        write_atomically(folder / "plan.json", "content")


def test_text_that_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="UnicodeEncodeError"):
        write_atomically(tmp_path / "plan.json", "half a pair: \ud83d")
    assert _names(tmp_path) == []


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    before = len(os.listdir("/proc/self/fd"))
    for turn in range(5):
        write_atomically(tmp_path / "plan.json", str(turn))
        with pytest.raises(NotWritten):
            write_atomically(tmp_path, "content")
    assert len(os.listdir("/proc/self/fd")) == before


def test_without_descriptors_to_spare(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    path = tmp_path / "plan.json"
    lowest = os.dup(0)
    os.close(lowest)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, hard))
        with pytest.raises(NotWritten, match="Too many open files"):
            write_atomically(path, "content")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert _names(tmp_path) == []
