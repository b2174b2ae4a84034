"""Findings on a scenario, the verdict on a plan, the catalogues."""

MESSAGES: dict[str, tuple[str, str]] = {
    "finding.error": ("错误", "error"),
    "finding.warning": ("警告", "warning"),
    "finding.hint": ("提示", "hint"),
    "finding.line": ("{severity}：{pointer}（{code}）\n  {message}", "{severity}: {pointer} ({code})\n  {message}"),
    "finding.in_file": ("{source}：{message}", "{source}: {message}"),
    "finding.standard_input": ("标准输入", "standard input"),
    "finding.root": ("（整个文档）", "(whole document)"),
    "finding.totals": (
        "{errors} 个错误，{warnings} 个警告，{hints} 个提示。",
        "Errors: {errors}, warnings: {warnings}, hints: {hints}.",
    ),
    "finding.none": ("没有发现问题。", "No findings."),
    "finding.more": (
        "…… 另有 {count} 条，见 hilltop validate。",
        "… and {count} more; hilltop validate lists them all.",
    ),
    "check.accepted": (
        "通过：每条规则、每个数字都已独立复核。目标值 {objective}，未满足承诺 {unmet} 项。",
        "Accepted: every rule and every figure recomputed. Objective {objective}, commitments unmet: {unmet}.",
    ),
    "check.feasible": (
        "计划不声称任何上界，离最优还差多少未经证明。",
        "The plan claims no bound; how far it is from the best is not proved.",
    ),
    "check.certified": (
        "已用计划中的价格重新算出上界：在未满足承诺不更多的计划中，没有一个超过 {bound}；差距 {gap}。",
        "Bound recomputed from the plan's prices: no plan that leaves as few commitments unmet is worth more than "
        "{bound}; gap {gap}.",
    ),
    "check.optimal": (
        "已用计划中的价格重新算出上界，它就是目标值：计划已证明最优。",
        "Bound recomputed from the plan's prices: it is the objective, so the plan is proved optimal.",
    ),
    "check.at_least": (
        "已重新算出：每个计划都至少有 {at_least} 项承诺落空。",
        "Recomputed as well: every plan leaves at least {at_least} commitments unmet.",
    ),
    "check.rejected": ("否决：发现 {count} 处违反。", "Rejected; violations: {count}."),
    "check.violation": ("[{rule}] {sentence}", "[{rule}] {sentence}"),
    "catalog.rule": ("{id}（{strength}）\n  {sentence}", "{id} ({strength})\n  {sentence}"),
    "catalog.finding": ("{code}（{severity}）\n  {sentence}", "{code} ({severity})\n  {sentence}"),
    "strength.hard": ("硬性", "hard"),
    "strength.first priority": ("最优先", "first priority"),
    "strength.soft": ("柔性", "soft"),
    "strength.value": ("价值", "value"),
}
