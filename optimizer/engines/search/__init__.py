"""Local search over the program's own arrays, compiled: a price-guided construction, and ruin and recreate.

Schrimpf, Schneider, Stamm-Wilbrandt and Dueck (2000), Record breaking optimization results using the ruin and recreate
principle; Christiaens and Vanden Berghe (2020), Slack induction by string removals. Prices (Lagrange multipliers of
rows; Geoffrion 1974) say which candidates to look at first. Two threads may search at once.
"""

from optimizer.engines.search.construct import construct
from optimizer.engines.search.improve import improve
from optimizer.engines.search.repair import repair

__all__ = ["construct", "improve", "repair"]
