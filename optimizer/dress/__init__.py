"""Dresses a bare answer into a whole plan: every ledger and figure that follows from who does what, from when."""

from optimizer.dress.dress import dressed

__all__ = ["dressed"]
