"""The engines by name. Listing them loads no solver."""

from collections.abc import Mapping
from types import MappingProxyType

from optimizer.engines.distributed import Distributed
from optimizer.engines.engine import Engine
from optimizer.engines.exact import Exact
from optimizer.engines.portfolio import Portfolio

_ALL: tuple[Engine, ...] = (Portfolio(), Distributed(), Exact())
ENGINES: Mapping[str, Engine] = MappingProxyType({engine.name: engine for engine in _ALL})
