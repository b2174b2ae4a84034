"""Writing a file whole or not at all."""

import errno
import os
import secrets
from os import PathLike
from pathlib import Path

from models.errors import NotWritten

_CANNOT_SYNC_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})


def write_atomically(path: str | PathLike[str], text: str) -> None:
    """Put a text (UTF-8) in the place of a file, so that a reader sees the old content or the new, never a part.

    Written beside the file, forced to disk, then renamed over it; a link is followed, and an existing file keeps its
    permissions. Raises NotWritten, with the old content untouched and nothing left behind, when it cannot be done.
    """
    try:
        target = Path(os.path.realpath(path))
        content = text.encode()
        beside = target.with_name(f".{target.name[:50]}.{secrets.token_hex(8)}.part")
        try:
            _write(beside, content, _mode_of(target))
            os.replace(beside, target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
    except OSError as failed:
        raise NotWritten(f"{os.fspath(path)}: {failed.strerror or failed}") from failed
    except ValueError as failed:  # half a surrogate pair in the text, or NUL in the path
        raise NotWritten(f"{os.fspath(path)!r}: {type(failed).__name__}") from failed


def _mode_of(target: Path) -> int | None:
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


def _write(path: Path, content: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None:
            os.fchmod(descriptor, mode)
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Force the new name to disk, where the file system lets folders be forced."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as failed:
        if failed.errno not in _CANNOT_SYNC_FOLDERS:
            raise
    finally:
        os.close(descriptor)
