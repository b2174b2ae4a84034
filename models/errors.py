"""Everything that Hilltop raises on purpose, each with a code and the exit code of the command line."""

from typing import ClassVar

from models.findings import Finding


class HilltopError(Exception):
    """The base. `code` is stable; the message is for people."""

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 5


class InputRefused(HilltopError):
    """The document has errors; every finding is in `findings`."""

    code = "input_refused"
    exit_code = 2

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


class DeadlineBeforeCompiled(HilltopError):
    """The time limit ended before there was anything to search."""

    code = "deadline_before_compiled"
    exit_code = 4


class Interrupted(HilltopError):
    """Stopped on request before there was a plan."""

    code = "interrupted"
    exit_code = 130


class ResourceExhausted(HilltopError):
    """The solver ran out of memory before there was a plan."""

    code = "resource_exhausted"


class SolverFault(HilltopError):
    """The solver crashed, hung or contradicted what is known to be true."""

    code = "solver_fault"


class PlanRejected(HilltopError):
    """A plan of our own failed the independent check. It is never returned."""

    code = "plan_rejected"


class NotWritten(HilltopError):
    """A file could not be written; what stood there before still stands."""

    code = "not_written"


class ClusterUnavailable(HilltopError):
    """The cluster that was asked for cannot be reached, or what speaks to it is not installed."""

    code = "cluster_unavailable"
