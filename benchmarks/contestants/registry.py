"""The contestants by name."""

from collections.abc import Mapping
from types import MappingProxyType

from benchmarks.contestants.contestant import Contestant
from benchmarks.contestants.cpsat import CpSat
from benchmarks.contestants.highs import Highs
from benchmarks.contestants.hilltop import Hilltop
from benchmarks.contestants.scip import Scip
from benchmarks.contestants.standing import Standing

HILLTOP, STANDING = Hilltop(), Standing()
PEERS: tuple[Contestant, ...] = (CpSat("cp-sat", tuned=False), CpSat("cp-sat tuned", tuned=True), Highs(), Scip())
_ALL: tuple[Contestant, ...] = (HILLTOP, STANDING, *PEERS)
CONTESTANTS: Mapping[str, Contestant] = MappingProxyType({one.name: one for one in _ALL})
