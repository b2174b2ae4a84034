"""Instances by name, and their programs."""

from benchmarks.families import gap, mkp
from benchmarks.instance import Instance, Missing, is_scenario
from benchmarks.registry import instances
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.program import Program

BY_NAME = {one.name: one for one in instances()}
TINY = [one for one in instances() if one.scale == "tiny"]


def is_here(instance: Instance) -> bool:
    """Whether the files that an instance rests on are here."""
    try:
        instance.make()
    except Missing:
        return False
    return True


def program_of(name: str) -> Program:
    """The program of an instance."""
    document = BY_NAME[name].make()
    if is_scenario(document):
        return compile_scenario(Scenario.model_validate(document)).program
    return {"gap": gap.program, "mkp": mkp.program}[document["problem"]](document)
