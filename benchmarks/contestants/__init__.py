"""Who is measured: Hilltop, and solvers that are given the rows of the same program. Each runs in its own process."""
