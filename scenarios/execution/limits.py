"""What a child process may take of the machine, and that it never outlives its parent. Linux."""

import ctypes
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

PR_SET_PDEATHSIG = 1
NICE = 10
SHARE_OF_MEMORY = 0.8
"""Of what is available when the solve begins; the rest is for the parent and for everybody else."""

_SIGNS_OF_WANT = (
    "bad_alloc",
    "can't start new thread",
    "cannot allocate memory",
    "failed to map segment",
    "memoryerror",
    "out of memory",
)

_PROC = Path("/proc")
_CGROUPS = Path("/sys/fs/cgroup")


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when the thread that started it ends. Exits if the parent is gone already."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if os.getppid() != parent:  # it died before the call above
        os._exit(1)


def yield_to_others() -> None:
    """Lower this process's priority: whoever works on the machine comes first."""
    os.nice(NICE)


def limit_memory(size: int) -> None:
    """Cap the address space of this process, in bytes, and have it leave no core file. Never lifts a limit."""
    _lower(resource.RLIMIT_AS, size)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(kind: int, wanted: int) -> None:
    soft, hard = resource.getrlimit(kind)
    in_force = [limit for limit in (wanted, soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min(in_force), hard))


def memory_for_a_solve() -> int:
    """The share of the available memory that one solve may take, in bytes."""
    return int(available_memory() * SHARE_OF_MEMORY)


def available_memory(proc: Path = _PROC, cgroups: Path = _CGROUPS) -> int:
    """What can still be had, in bytes: the least of what the machine and each control group around us have left."""
    return min([_machine_available(proc), *_group_available(proc, cgroups)])


def _machine_available(proc: Path) -> int:
    for line in (proc / "meminfo").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name == "MemAvailable":
            return int(rest.split()[0]) * 1024
    raise OSError("/proc/meminfo does not say MemAvailable")


def _group_available(proc: Path, cgroups: Path) -> Iterator[int]:
    for line in (proc / "self" / "cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers == "":
            yield from _left(cgroups, path, "memory.max", "memory.current", "inactive_file")
        elif "memory" in controllers.split(","):
            yield from _left(
                cgroups / "memory", path, "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
            )


def _left(top: Path, path: str, limit_file: str, usage_file: str, cache_entry: str) -> Iterator[int]:
    """What this group and each group around it have left; page cache that nobody uses counts as free."""
    group = top / path.lstrip("/")
    for level in (group, *group.parents):
        if level.is_relative_to(top):
            try:
                limit = (level / limit_file).read_text().strip()
                usage = int((level / usage_file).read_text())
                entries = dict(line.split() for line in (level / "memory.stat").read_text().splitlines())
            except (OSError, ValueError):
                continue  # the group at the top has no limit, and a container may not see those around it
            if limit != "max":
                yield max(0, int(limit) - usage + int(entries.get(cache_entry, 0)))


def speaks_of_memory(text: str) -> bool:
    """Whether a last word or an error message is about a want of memory, under whatever name."""
    return any(sign in text.lower() for sign in _SIGNS_OF_WANT)


def kills_for_memory(proc: Path = _PROC) -> int:
    """How many processes the kernel has killed for want of memory since it started; 0 where it does not say."""
    try:
        for line in (proc / "vmstat").read_text().splitlines():
            name, _, count = line.partition(" ")
            if name == "oom_kill":
                return int(count)
    except (OSError, ValueError):
        pass
    return 0
