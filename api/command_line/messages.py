"""Every sentence and word of the command line, in Chinese and English."""

from models.rules import Language

MESSAGES: dict[str, tuple[str, str]] = {
    # help
    "help.app": (
        "销售项目立项与资源规划：读入情景，给出经过独立检查的计划。",
        "Plans which sales projects to initiate and who works on them: a scenario in, an independently checked plan "
        "out.",
    ),
    "help.exit_codes": (
        "\b\n退出码：\n"
        "  0    有计划，或一切正常\n"
        "  1    check 否决计划\n"
        "  2    输入有错误，或命令用法有误\n"
        "  3    有计划，但有承诺未满足\n"
        "  4    编译完成前已到时限\n"
        "  5    内部错误\n"
        "  130  无计划时被中断\n"
        "环境变量：\n"
        "  HILLTOP_MEMORY_MB  求解进程的内存上限（MB）\n"
        "  HILLTOP_DEBUG=1    内部错误时给出调用栈",
        "\b\nExit codes:\n"
        "  0    a plan, or all is well\n"
        "  1    check rejects the plan\n"
        "  2    errors in the input, or in the use of the command\n"
        "  3    a plan that leaves commitments unmet\n"
        "  4    the time limit ended before compiling did\n"
        "  5    internal error\n"
        "  130  interrupted without a plan\n"
        "Environment:\n"
        "  HILLTOP_MEMORY_MB  cap on the memory of the solving process, in MB\n"
        "  HILLTOP_DEBUG=1    shows the traceback of an internal error",
    ),
    "help.lang": ("输出语言（默认按系统区域设置）。", "Language of the output (by default that of the locale)."),
    "help.json": ("标准输出只给一个 JSON 文档。", "Write exactly one JSON document to standard output."),
    "help.solve": ("求解情景，给出计划与摘要。", "Solve a scenario: a plan, and a summary of it."),
    "help.scenario": ("情景文件（.json、.yaml；- 为标准输入）。", "The scenario (.json, .yaml; - is standard input)."),
    "help.plan": ("计划文件（.json）。", "The plan (.json)."),
    "help.plan_before": ("先前的计划。", "The earlier plan."),
    "help.plan_after": ("后来的计划。", "The later plan."),
    "help.out": ("把计划写入此文件。", "Write the plan to this file."),
    "help.time_limit": (
        "时限（秒），从命令启动算起，含读入与编译。",
        "Time limit in seconds from the start of the command, reading and compiling included.",
    ),
    "help.gap": (
        "声称的相对差距不大于此值即停（0.01 为 1 %）。",
        "Stop once the claimed relative gap is at most this (0.01 is 1 %).",
    ),
    "help.workers": (
        "求解线程数（默认由引擎决定：至少 8 个，各用一种策略）。",
        "Solver threads (default: the engine decides; at least 8, a strategy each, also on fewer cores).",
    ),
    "help.seed": ("随机种子。", "Random seed."),
    "help.engine": ("求解引擎。", "Engine."),
    "help.profile": (
        "interactive 或 thorough 按时钟求解；"
        "reproducible 按工作量而非时钟计限，同样输入给出同样计划（最长可达时限的 4 倍）。",
        "interactive and thorough go by the clock; reproducible counts work in place of seconds: "
        "equal input, equal plan (and up to four times the time limit).",
    ),
    "help.pin": (
        "锁定：P-017=drop、P-017=initiate@2027-03、P-017.sponsor=S09。可重复。",
        "Fix a decision or a person: P-017=drop, P-017=initiate@2027-03, P-017.sponsor=S09. May be repeated.",
    ),
    "help.baseline": (
        "以此计划为基线（变更价格沿用情景）。",
        "Stay close to this plan, at the scenario's price per change.",
    ),
    "help.save_scenario": (
        "把（含锁定与基线的）情景写入此文件，供 check 使用。",
        "Write the scenario, pins and baseline included, to this file; check needs it.",
    ),
    "help.check": (
        "用独立检查器复核计划：每条规则、每个数字。",
        "Check a plan independently: every rule and every figure, from scenario and plan alone.",
    ),
    "help.validate": ("检查情景，列出全部问题。", "Check a scenario and list every finding."),
    "help.generate": ("生成一个虚构的情景。", "Make up a scenario."),
    "help.generate_out": ("写入此文件；- 为标准输出。", "The file to write; - is standard output."),
    "help.projects": ("项目数。", "Number of projects."),
    "help.difficulty": ("难度 0 至 1：人手与预算的紧张程度。", "Difficulty 0 to 1: how scarce people and budgets are."),
    "help.periods": ("规划期月数。", "Months of the horizon."),
    "help.start": ("首月，如 2027-01。", "First month, such as 2027-01."),
    "help.starts": ("每个候选项目可选的启动月数。", "Possible start months of each candidate."),
    "help.catalog": ("列出规则或全部可能的检查结果。", "List the rules, or every finding there is."),
    "help.what": ("规则或检查结果。", "Rules or findings."),
    "help.version": ("显示版本。", "Show versions."),
    "help.diff": ("比较两个计划：决策、启动期、人员、金额。", "Compare two plans: decisions, starts, people, money."),
    # errors
    "error.input_refused": ("输入有错误。", "The input has errors."),
    "error.deadline_before_compiled": (
        "编译完成之前已到时限，没有计划。请加大 --time-limit。",
        "The time limit ended before the scenario was compiled; there is no plan. Give a larger --time-limit.",
    ),
    "error.interrupted": ("已中断，没有计划。", "Interrupted; there is no plan."),
    "error.resource_exhausted": (
        "求解进程内存不足，没有计划。请关闭其他程序、减少 --workers，或提高 HILLTOP_MEMORY_MB。{detail}",
        "The solving process ran out of memory; there is no plan. Close other programs, use fewer --workers, or raise "
        "HILLTOP_MEMORY_MB. {detail}",
    ),
    "error.solver_fault": (
        "求解进程出错，没有计划。{detail}",
        "The solving process failed; there is no plan. {detail}",
    ),
    "error.plan_rejected": (
        "所得计划未通过独立检查，因此不予给出。{detail}",
        "The plan found failed the independent check and is withheld. {detail}",
    ),
    "error.not_written": ("无法写入：{detail}", "Cannot write {detail}"),
    "error.internal": (
        "内部错误（{detail}）。设 HILLTOP_DEBUG=1 可看调用栈。",
        "Internal error ({detail}). HILLTOP_DEBUG=1 shows the traceback.",
    ),
    "error.line": ("错误 [{code}]：{message}", "Error [{code}]: {message}"),
    "error.memory_setting": (
        "HILLTOP_MEMORY_MB 应为正整数。",
        "HILLTOP_MEMORY_MB has to be a positive whole number.",
    ),
    "usage.read_on": ("用法：{usage}\n详见 {command} --help。", "Usage: {usage}\nMore with {command} --help."),
    "usage.missing_argument": ("缺少参数 {name}。", "the argument {name} is missing."),
    "usage.missing_command": ("缺少命令。", "the command is missing."),
    "usage.no_command": ("没有命令“{name}”。", "there is no command “{name}”."),
    "usage.no_command_near": (
        "没有命令“{name}”。是否应为“{nearest}”？",
        "there is no command “{name}”. Did you mean “{nearest}”?",
    ),
    "usage.no_option": ("没有选项 {name}。", "there is no option {name}."),
    "usage.no_option_near": (
        "没有选项 {name}。是否应为 {nearest}？",
        "there is no option {name}. Did you mean {nearest}?",
    ),
    "usage.needs_value": ("选项 {name} 之后应有一个值。", "the option {name} needs a value."),
    "usage.takes_no_value": ("选项 {name} 不带值。", "the option {name} takes no value."),
    "usage.too_many": ("多余的参数：{name}。", "there are arguments too many: {name}."),
    "usage.value": ("{name}：{message}", "{name}: {message}"),
    "usage.number": ("应为有限的数。", "a finite number is expected."),
    "usage.whole_number": ("应为整数。", "a whole number is expected."),
    "usage.at_least": ("至少应为 {limit}。", "at least {limit} is expected."),
    "usage.at_most": ("至多应为 {limit}。", "at most {limit} is expected."),
    "usage.one_of": ("没有“{value}”。可用：{known}。", "“{value}” is not known. Known: {known}."),
    "usage.difficulty": (
        "应为 0 至 1、至多三位小数的数。",
        "a number from 0 to 1 with at most three decimals is expected.",
    ),
    "usage.month": ("应为月份，如 2027-01。", "a month is expected, such as 2027-01."),
    "usage.engine": ("没有引擎“{engine}”。可用：{known}。", "there is no engine “{engine}”. Known: {known}."),
    "usage.one_input": (
        "情景与基线不能都来自标准输入。",
        "scenario and baseline cannot both come from standard input.",
    ),
    "pin.form": (
        "“{pin}”应写作 项目=决策、项目=决策@启动期 或 项目.角色=人员。",
        "“{pin}” should read PROJECT=DECISION, PROJECT=DECISION@START or PROJECT.ROLE=PERSON.",
    ),
    "pin.decision": (
        "“{pin}”：没有决策“{decision}”；可用 initiate、drop、continue、stop。",
        "“{pin}”: there is no decision “{decision}”; use initiate, drop, continue or stop.",
    ),
    "pin.role": ("“{pin}”：没有角色“{role}”。", "“{pin}”: there is no role “{role}”."),
    "pin.project": ("“{pin}”：没有项目“{project}”。", "“{pin}”: there is no project “{project}”."),
    "pin.project_near": (
        "“{pin}”：没有项目“{project}”。是否应为“{nearest}”？",
        "“{pin}”: there is no project “{project}”. Did you mean “{nearest}”?",
    ),
    # findings
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
    # progress
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
        "{elapsed} 秒：目标值 {objective}，声称上界 {bound}，声称差距 {gap}，未满足承诺 {unmet}",
        "{elapsed} s: objective {objective}, claimed bound {bound}, claimed gap {gap}, unmet {unmet}",
    ),
    "progress.live": (
        "{elapsed} / {limit} 秒  {phase}  目标值 {objective}  声称上界 {bound}  声称差距 {gap}  未满足承诺 {unmet}",
        "{elapsed} / {limit} s  {phase}  objective {objective}  claimed bound {bound}  claimed gap {gap}  "
        "unmet {unmet}",
    ),
    "progress.none": ("–", "–"),
    # why a search ended
    "stopped.optimal": ("引擎声称已得最优", "the engine claims that this is optimal"),
    "stopped.gap": ("已达到要求的声称差距", "the claimed gap asked for was reached"),
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
    # the answer in a few lines
    "summary.title": ("计划：{scenario}", "Plan: {scenario}"),
    "summary.complete": ("所有承诺均已满足。", "All commitments are met."),
    "summary.unmet": ("有 {count} 项承诺未满足，见下。", "Commitments unmet: {count}; see below."),
    "summary.counts": (
        "立项 {initiate}，暂缓（推迟启动） {defer}，放弃 {drop}；在途继续 {carry_on}，终止 {stop}。",
        "Initiate {initiate}, defer {defer}, drop {drop}; of those in flight continue {carry_on}, stop {stop}.",
    ),
    "summary.value": (
        "计划价值（目标值）：{objective} {unit}。",
        "Value of the plan (objective): {objective} ({unit}).",
    ),
    "summary.optimal": ("已证明最优。", "Proved optimal."),
    "summary.certified": (
        "已证明：任何计划都不超过 {bound}，差距 {gap}。",
        "Proved: no plan is worth more than {bound}; gap {gap}.",
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
    # tables of the summary
    "table.more": ("…… 另有 {count} 项，见计划文件", "… and {count} more, see the plan file"),
    "table.initiate": ("立项", "Initiate"),
    "table.defer": ("暂缓（推迟启动）", "Defer"),
    "table.drop": ("放弃（按损失价值排序）", "Drop, by value lost"),
    "table.stop": ("终止（在途项目）", "Stop (in flight)"),
    "table.trades": ("内部买卖：谁向谁买", "Who buys from whom"),
    "table.hunger": ("资源饥饿状况", "How hungry units are"),
    "table.budgets": ("采购预算", "Purchase budgets"),
    "table.goals": ("山头目标", "Goals"),
    "table.targets": ("订货目标覆盖", "Target coverage"),
    "table.unmet": ("未满足的承诺及原因", "Commitments unmet, and why"),
    "table.raised": ("因已有占用与在途工作而放宽的上限", "Limits raised by bookings and work in flight"),
    "table.changes": ("相对基线的变更", "Changes against the baseline"),
    "column.project": ("项目", "project"),
    "column.name": ("名称", "name"),
    "column.start": ("启动", "start"),
    "column.from_to": ("启动：原 → 现", "start: from → to"),
    "column.value": ("价值", "value"),
    "column.value_lost": ("损失价值", "value lost"),
    "column.people": ("人员", "people"),
    "column.buyer": ("买方", "buyer"),
    "column.seller": ("卖方", "seller"),
    "column.effort.month": ("人月", "FTE-months"),
    "column.effort.quarter": ("人季", "FTE-quarters"),
    "column.effort.week": ("人周", "FTE-weeks"),
    "column.amount": ("金额", "money"),
    "column.heads": ("人数", "people"),
    "column.unit": ("单元", "unit"),
    "column.role": ("角色", "role"),
    "column.state": ("状态", "state"),
    "column.overfed": ("过饱期数", "overfed"),
    "column.in_band": ("区间内期数", "in band"),
    "column.starving": ("过饿期数", "starving"),
    "column.worst": ("最大缺口（FTE）", "worst shortage (FTE)"),
    "column.when": ("时期", "period"),
    "column.limit": ("上限", "limit"),
    "column.level": ("实际", "level"),
    "column.spent": ("已用", "spent"),
    "column.used": ("使用率", "used"),
    "column.goal": ("目标", "goal"),
    "column.projects": ("项目数", "projects"),
    "column.orders": ("预期订货", "expected orders"),
    "column.missing_projects": ("缺项目", "projects missing"),
    "column.missing_orders": ("缺订货", "orders missing"),
    "column.target": ("目标", "target"),
    "column.need": ("需要", "need"),
    "column.expected": ("预期", "expected"),
    "column.shortfall": ("缺口", "shortfall"),
    "column.covered": ("覆盖率", "covered"),
    "column.what": ("内容", "what"),
    "column.why": ("原因", "why"),
    "column.rule": ("规则", "rule"),
    "column.before": ("原", "before"),
    "column.after": ("现", "after"),
    "column.difference": ("差额", "difference"),
    "column.term": ("目标项", "term"),
    "state.starving": ("过饿", "starving"),
    "state.overfed": ("过饱", "overfed"),
    "state.in_band": ("微饥饿", "slightly hungry"),
    "state.none": ("无需求", "no demand"),
    "period.whole": ("整个规划期", "whole horizon"),
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
    # what to do next
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
    # check
    "check.accepted": (
        "通过：每条规则、每个数字都已独立复核。目标值 {objective}，未满足承诺 {unmet} 项。",
        "Accepted: every rule and every figure recomputed. Objective {objective}, commitments unmet: {unmet}.",
    ),
    "check.rejected": ("否决：发现 {count} 处违反。", "Rejected; violations: {count}."),
    "check.violation": ("[{rule}] {sentence}", "[{rule}] {sentence}"),
    # generate
    "next.generated": (
        "情景已写入 {path}。求解：hilltop solve {path}",
        "The scenario is in {path}. To solve it: hilltop solve {path}",
    ),
    # catalog
    "catalog.rule": ("{id}（{strength}）\n  {sentence}", "{id} ({strength})\n  {sentence}"),
    "catalog.finding": ("{code}（{severity}）\n  {sentence}", "{code} ({severity})\n  {sentence}"),
    "strength.hard": ("硬性", "hard"),
    "strength.first priority": ("最优先", "first priority"),
    "strength.soft": ("柔性", "soft"),
    "strength.value": ("价值", "value"),
    # diff
    "diff.title": ("从 {before} 到 {after}", "From {before} to {after}"),
    "diff.other_scenario": (
        "注意：两个计划属于不同的情景。",
        "Note: the plans answer different scenarios.",
    ),
    "diff.same": ("两个计划没有差异。", "The plans do not differ."),
    "diff.count": ("按稳定性规则计：变更 {count} 处。", "Changes as the stability rule counts them: {count}."),
    "diff.decisions": ("决策与启动期", "Decisions and starts"),
    "diff.people": ("人员", "People"),
    "diff.money": ("金额", "Money"),
    "diff.newly_unmet": ("新出现的未满足承诺：{what}", "Newly unmet: {what}"),
    "diff.newly_met": ("现已满足的承诺：{what}", "Newly met: {what}"),
    "decision.initiate": ("立项", "initiate"),
    "decision.defer": ("暂缓", "defer"),
    "decision.drop": ("放弃", "drop"),
    "decision.continue": ("继续", "continue"),
    "decision.stop": ("终止", "stop"),
    "decision.none": ("–", "–"),
    "term.objective": ("目标值", "objective"),
    "term.purchases": ("内部采购额（不计入目标值）", "internal purchases (not in the objective)"),
    "term.project_value": ("项目价值", "project value"),
    "term.person_fit": ("人岗匹配", "person fit"),
    "term.friction": ("跨单元摩擦", "friction"),
    "term.stop_cost": ("终止成本", "stop costs"),
    "term.changes": ("变更成本", "changes"),
    "term.hunger": ("饥饿罚项", "hunger"),
    "term.idle": ("闲置罚项", "idleness"),
    "term.goals": ("山头目标罚项", "goals"),
    "term.balance": ("组合均衡罚项", "balance"),
    "term.targets": ("订货目标罚项", "targets"),
}


def text(key: str, language: Language, /, **params: object) -> str:
    """The message in a language. Raises KeyError for a key or parameter that is not there."""
    chinese, english = MESSAGES[key]
    return (chinese if language == "zh" else english).format(**params)
