"""What is seen while a plan is made, and why the search ended."""

MESSAGES: dict[str, tuple[str, str]] = {
    "phase.reading": ("读入", "reading"),
    "phase.compiling": ("编译", "compiling"),
    "phase.searching": ("求解", "searching"),
    "phase.stopping": ("正在停止", "stopping"),
    "phase.checking": ("检查", "checking"),
    "progress.compiled": (
        "{elapsed} 秒：已编译（{groups} 组，{candidates} 个人选，{rows} 行），求解中",
        "{elapsed} s: compiled ({groups} groups, {candidates} candidates, {rows} rows); searching",
    ),
    "progress.state": (
        "{elapsed} 秒：目标值 {objective}，上界 {bound}，差距 {gap}，未满足承诺 {unmet}",
        "{elapsed} s: objective {objective}, bound {bound}, gap {gap}, unmet {unmet}",
    ),
    "progress.state_claimed": (
        "{elapsed} 秒：目标值 {objective}，声称上界 {bound}，声称差距 {gap}，未满足承诺 {unmet}",
        "{elapsed} s: objective {objective}, claimed bound {bound}, claimed gap {gap}, unmet {unmet}",
    ),
    "progress.live": (
        "{elapsed} / {limit} 秒  {phase}  目标值 {objective}  上界 {bound}  差距 {gap}  未满足承诺 {unmet}",
        "{elapsed} / {limit} s  {phase}  objective {objective}  bound {bound}  gap {gap}  unmet {unmet}",
    ),
    "progress.live_claimed": (
        "{elapsed} / {limit} 秒  {phase}  目标值 {objective}  声称上界 {bound}  声称差距 {gap}  未满足承诺 {unmet}",
        "{elapsed} / {limit} s  {phase}  objective {objective}  claimed bound {bound}  claimed gap {gap}  "
        "unmet {unmet}",
    ),
    "progress.with_hunger": ("第 1 次求解（共 2 次）：含微饥饿规则", "Solve 1 of 2: with the hunger rules"),
    "progress.without_hunger": ("第 2 次求解（共 2 次）：不含微饥饿规则", "Solve 2 of 2: without the hunger rules"),
    "progress.which": ("{which}，{phase}", "{which}, {phase}"),
    "progress.none": ("–", "–"),
    "stopped.optimal": ("引擎声称已得最优", "the engine claims that this is optimal"),
    "stopped.proved": ("已证明没有更好的计划", "nothing better is left to find"),
    "stopped.gap": ("已达到要求的差距", "the gap asked for was reached"),
    "stopped.stagnation": ("很久没有更好的计划或上界", "nothing better was found for long"),
    "stopped.time": ("时限到", "the time limit ended"),
    "stopped.request": ("应请求停止", "stopped on request"),
    "stopped.fault": ("引擎自身出错，保留此前最佳计划", "the engine failed; the best plan until then was kept"),
    "stopped.crash": (
        "求解进程崩溃，保留此前最佳计划",
        "the solving process crashed; the best plan until then was kept",
    ),
    "stopped.memory": (
        "求解进程内存不足，保留此前最佳计划",
        "the solving process ran out of memory; the best plan until then was kept",
    ),
    "stopped.killed": (
        "求解进程被强行结束，保留此前最佳计划",
        "the solving process was killed; the best plan until then was kept",
    ),
    "stopped.hung": (
        "求解进程不再响应，保留此前最佳计划",
        "the solving process stopped answering; the best plan until then was kept",
    ),
}
