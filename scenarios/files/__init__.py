"""Scenarios and other documents as files: reading JSON and YAML, writing without ever leaving half a file."""

from scenarios.files.reading import read_document, read_scenario
from scenarios.files.writing import write_atomically

__all__ = ["read_document", "read_scenario", "write_atomically"]
