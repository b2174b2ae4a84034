"""JSON and YAML files into documents. Whatever is wrong with a file is a finding, never an exception."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any, BinaryIO

from models.findings import Finding
from models.validation import Validation, validate
from models.validation.report import found, in_order
from models.validation.scanner import LARGEST_DOCUMENT, NOTHING, scan_json
from models.validation.tree import sound
from scenarios.files.yaml_text import scan_yaml

STANDARD_INPUT = "-"

Scan = Callable[[bytes], tuple[Any, tuple[Finding, ...]]]
_SCANS: dict[str, Scan] = {".json": scan_json, ".yaml": scan_yaml, ".yml": scan_yaml}


def read_document(path: str | PathLike[str]) -> tuple[Any, tuple[Finding, ...]]:
    """The document in a .json, .yaml or .yml file (`-` is standard input), or None and why it cannot be read.

    Numbers are ints and Decimals. The text has to be UTF-8, with or without byte order mark, and at most 64 MB.
    """
    document, findings = _scan(path)
    if document is NOTHING:
        return None, findings
    found_inside = sound(document).findings
    return (None, in_order(found_inside, document)) if found_inside else (document, ())


def read_scenario(path: str | PathLike[str]) -> Validation:
    """The scenario in a file, with every finding on it."""
    document, findings = _scan(path)
    return Validation(None, findings) if document is NOTHING else validate(document)


def _scan(path: str | PathLike[str]) -> tuple[Any, tuple[Finding, ...]]:
    from_input = fspath(path) == STANDARD_INPUT
    scan = _scan_either if from_input else _SCANS.get(PurePath(path).suffix.lower())
    if scan is None:
        return NOTHING, (found("file_kind_unknown", ()),)
    try:
        with nullcontext(sys.stdin.buffer) if from_input else open(path, "rb") as file:
            content = _at_most(file)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: NUL in the path
        return NOTHING, (found("file_missing", ()),)
    except IsADirectoryError:
        return NOTHING, (found("file_not_readable", (), cause="directory"),)
    except PermissionError:
        return NOTHING, (found("file_not_readable", (), cause="permission"),)
    except OSError:
        return NOTHING, (found("file_not_readable", (), cause="failed"),)
    return scan(content)


def _scan_either(content: bytes) -> tuple[Any, tuple[Finding, ...]]:
    """A text that begins like JSON is held to JSON: its messages say more of a missing comma than YAML's do."""
    begins = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return (scan_json if begins in (b"{", b"[") else scan_yaml)(content)


def _at_most(file: BinaryIO) -> bytes:
    """The content, cut one byte past the largest size, so that an endless file ends as one that is too large."""
    return file.read(LARGEST_DOCUMENT + 1)
