"""The answer in a few lines, and what to do next."""

MESSAGES: dict[str, tuple[str, str]] = {
    "summary.title": ("计划：{scenario}", "Plan: {scenario}"),
    "summary.complete": ("所有承诺均已满足。", "All commitments are met."),
    "summary.unmet": (
        "有 {count} 项承诺未满足，见下；至少要有多少项落空，未经证明。",
        "Commitments unmet: {count}; see below. How many must be is not proved.",
    ),
    "summary.unmet_at_least": (
        "有 {count} 项承诺未满足，见下；已证明至少有 {at_least} 项落空。",
        "Commitments unmet: {count}, at least {at_least} must be (proved); see below.",
    ),
    "summary.unmet_proved": (
        "有 {count} 项承诺未满足，见下；已证明不能更少。",
        "Commitments unmet: {count}; see below. Proved: no plan leaves fewer unmet.",
    ),
    "summary.counts": (
        "立项 {initiate}，暂缓（推迟启动） {defer}，放弃 {drop}；在途继续 {carry_on}，终止 {stop}。",
        "Initiate {initiate}, defer {defer}, drop {drop}; of those in flight continue {carry_on}, stop {stop}.",
    ),
    "summary.value": (
        "计划价值（目标值）：{objective} {unit}。",
        "Value of the plan (objective): {objective} ({unit}).",
    ),
    "summary.optimal": (
        "已证明最优：在未满足承诺不更多的计划中，没有一个超过 {bound}。"
        "任何人都可以用计划中的价格重新算出这个上界：hilltop check。",
        "Proved optimal: no plan that leaves as few commitments unmet is worth more than {bound}. "
        "Anyone can recompute it from the plan's prices: hilltop check.",
    ),
    "summary.certified": (
        "已证明：在未满足承诺不更多的计划中，没有一个超过 {bound}；差距 {gap}。"
        "任何人都可以用计划中的价格重新算出这个上界：hilltop check。",
        "Proved: no plan that leaves as few commitments unmet is worth more than {bound}; gap {gap}. "
        "Anyone can recompute it from the plan's prices: hilltop check.",
    ),
    "summary.settled": (
        "已证明与本计划不同便更差的决策：{settled} 项，共 {count} 项。",
        "Decisions that are proved (deciding the other way is worth less): {settled} of {count}.",
    ),
    "summary.claimed": (
        "引擎 {engine} 声称：任何计划都不超过 {bound}，差距 {gap}。这是声称，未经证明。",
        "Engine {engine} claims: no plan is worth more than {bound}; claimed gap {gap}. Claimed, not proved.",
    ),
    "summary.unclaimed": ("离最优还差多少：未知。", "How far from the best possible plan: unknown."),
    "summary.stopped": ("求解结束：{reason}。{detail}", "The search ended: {reason}. {detail}"),
    "summary.wall": (
        "本次求解由时钟终止，不保证可复现。",
        "The clock ended this search, so another run may give another plan.",
    ),
    "unmet.mandated": ("强制项目 {id} 不运行", "mandated project {id} does not run"),
    "unmet.in_flight": ("在途项目 {id} 无法继续", "project in flight {id} does not run on"),
    "unmet.pin": ("项目 {id} 的锁定", "the pin on {id}"),
    "unmet.pin_role": ("项目 {id} 角色 {role} 的锁定", "the pin on {id}, role {role}"),
    "unmet.goal": ("目标 {id}", "goal {id}"),
    "unmet.max_changes": ("基线变更上限", "the limit on changes against the baseline"),
    "changes.none": ("相对基线没有变更。", "No changes against the baseline."),
    "changes.line": (
        "项目去留变更 {turned} 处，人员更换 {replaced} 处。",
        "Projects turned on or off: {turned}; people replaced: {replaced}.",
    ),
    "changes.turned": ("现在不同：{projects}", "Turned: {projects}"),
    "list.more": ("{items} …… 另有 {count} 项", "{items} … and {count} more"),
    "next.title": ("接下来", "What next"),
    "next.written": ("计划已写入 {path}。", "The plan is in {path}."),
    "next.not_written": (
        "计划未保存：加 --out plan.json 即可保存。",
        "The plan was not kept: add --out plan.json to keep it.",
    ),
    "next.scenario_written": (
        "含锁定/基线的情景已写入 {path}；此计划属于该情景。",
        "The scenario with pins and baseline is in {path}; the plan belongs to that scenario.",
    ),
    "next.scenario_changed": (
        "此计划属于加了锁定/基线的情景，不属于 {source}；要复核它，请加 --save-scenario FILE。",
        "The plan belongs to the scenario with pins and baseline, not to {source}; to check it, add --save-scenario "
        "FILE.",
    ),
    "next.check": (
        "独立复核：hilltop check {scenario} {plan}",
        "Check it independently: hilltop check {scenario} {plan}",
    ),
    "next.explain": (
        "为什么这样决策、差距从何而来：hilltop explain {scenario} {plan} [项目]",
        "Why each decision, and where the gap comes from: hilltop explain {scenario} {plan} [PROJECT]",
    ),
    "next.longer": (
        "想要更好的计划：用更长的 --time-limit 再求解。",
        "For a better plan: solve again with a longer --time-limit.",
    ),
    "next.force": (
        "想知道硬要做某项目会怎样：hilltop solve {source} --pin {pin}",
        "What if a dropped project had to run: hilltop solve {source} --pin {pin}",
    ),
    "next.diff": (
        "与另一计划比较：hilltop diff {plan} 另一计划",
        "Compare with another plan: hilltop diff {plan} OTHER",
    ),
    "next.unmet": (
        "未满足的承诺：按上面的原因放宽容量、预算或锁定，再求解。",
        "For the commitments unmet: ease the capacity, budget or pin named above, and solve again.",
    ),
    "next.generated": (
        "情景已写入 {path}。求解：hilltop solve {path}",
        "The scenario is in {path}. To solve it: hilltop solve {path}",
    ),
}
