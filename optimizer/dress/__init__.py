"""Dresses a bare answer into a whole plan: every ledger and figure that follows from who does what, from when."""
