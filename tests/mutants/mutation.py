"""Loads a copy of some packages from their sources on disk, with one deliberate fault in it.

The copy lives under a private name beside the real packages, which stay as they are. Inside the copy, imports of the
copied packages mean the copy; all other imports mean the real thing.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, ModuleType

PRIVATE = "mutated"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: in `module` the text `old`, which occurs there exactly once, becomes `new`.

    `focus` names the ingredients of tiny scenarios that bring the place of the fault into play.
    """

    name: str
    module: str
    old: str
    new: str
    focus: tuple[str, ...]


class FaultsIn:
    """Makes the mutants of one package: the module is named within it, the fault `rule/what is wrong`."""

    def __init__(self, package: str) -> None:
        self.package = package

    def __call__(self, name: str, module: str, old: str, new: str, *focus: str) -> Mutant:
        """The mutant with this name."""
        return Mutant(name, f"{self.package}.{module}", old, new, focus)


class MutantOutdated(Exception):
    """The text that a mutant replaces is not there, or there more than once."""


@contextmanager
def copied(packages: tuple[str, ...], mutant: Mutant | None = None) -> Iterator["Copy"]:
    """A copy of these packages and modules, importable while the context lasts; what was imported lives on.

    Raises MutantOutdated.
    """
    finder = Copy(packages, mutant)
    sys.meta_path.insert(0, finder)
    try:
        yield finder
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name in sys.modules if name.partition(".")[0] == PRIVATE]:
            del sys.modules[name]


class Copy(MetaPathFinder, Loader):
    """Finds and loads the modules of a copy."""

    def __init__(self, packages: tuple[str, ...], mutant: Mutant | None) -> None:
        if mutant is not None and not _among(mutant.module, packages):
            raise ValueError(f"{mutant.name}: {mutant.module} is in none of {', '.join(packages)}")
        self.packages, self.mutant = packages, mutant

    def module(self, name: str) -> ModuleType:
        """The copy of the module with this (real) name."""
        return import_module(f"{PRIVATE}.{name}")

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The specification of a module of the copy; None for all others."""
        root, _, real = fullname.partition(".")
        if root != PRIVATE:
            return None
        return ModuleSpec(fullname, self, is_package=not _among(real, self.packages) or _is_package(real))

    def exec_module(self, module: ModuleType) -> None:
        """Run the source of a module, faulty if it is the mutant's."""
        real = module.__name__.partition(".")[2]
        if not _among(real, self.packages):
            return  # an empty package around the copies
        if self.mutant is not None and self.mutant.module == real:
            code = _compiled(_mutated(_source(real), self.mutant), real, self.packages)
        else:
            code = _unchanged(real, self.packages)
        exec(code, module.__dict__)


def _mutated(source: str, mutant: Mutant) -> str:
    count = source.count(mutant.old)
    if count != 1:
        raise MutantOutdated(
            f"{mutant.name}: the text that it replaces occurs {count} times in {mutant.module}; "
            "the source has changed, so its row of tests/mutants has to follow"
        )
    return source.replace(mutant.old, mutant.new)


@cache
def _unchanged(real: str, packages: tuple[str, ...]) -> CodeType:
    return _compiled(_source(real), real, packages)


def _compiled(source: str, real: str, packages: tuple[str, ...]) -> CodeType:
    tree = ast.parse(source, filename=f"<{PRIVATE} {real}>")
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and _among(node.module or "", packages):
            node.module = f"{PRIVATE}.{node.module}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            within = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            if any(_among(f"{within}{alias.name}", packages) for alias in node.names):
                raise ImportError(f"{real} imports a copied package in a form that cannot be copied")
    return compile(tree, filename=f"<{PRIVATE} {real}>", mode="exec", dont_inherit=True)


@cache
def _origin(real: str) -> Path:
    spec = find_spec(real)
    if spec is None or spec.origin is None:
        raise ImportError(f"no module {real}")
    return Path(spec.origin)


@cache
def _source(real: str) -> str:
    return _origin(real).read_text("utf-8")


def _is_package(real: str) -> bool:
    return _origin(real).name == "__init__.py"


def _among(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
