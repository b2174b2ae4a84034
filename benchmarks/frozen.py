"""The manifest: the hash of every instance, so that a figure of last year is a figure of the same instance."""

import json
from pathlib import Path

from benchmarks.instance import Document, Instance
from models.canonical import content_hash

MANIFEST = Path(__file__).with_name("frozen.json")


class NotFrozen(ValueError):
    """An instance is not the one that the manifest names."""


def manifest() -> dict[str, str]:
    """The hash of each instance by its name."""
    found: dict[str, str] = json.loads(MANIFEST.read_text("utf-8"))
    return found


def verify(instance: Instance, document: Document) -> None:
    """Raises NotFrozen where the document is not the frozen one."""
    frozen = manifest().get(instance.name)
    if frozen is None:
        raise NotFrozen(f"{instance.name} is not in {MANIFEST.name}")
    made = content_hash(document)
    if made != frozen:
        raise NotFrozen(f"{instance.name} is {made}; frozen is {frozen}")


def write(hashes: dict[str, str]) -> None:
    """Write the manifest, one instance a line."""
    MANIFEST.write_text(json.dumps(hashes, indent=1) + "\n", "utf-8")
