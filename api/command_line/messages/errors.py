"""What went wrong: errors, and wrong uses of a command."""

MESSAGES: dict[str, tuple[str, str]] = {
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
    "error.cluster_unavailable": (
        "无法使用集群。{detail}",
        "The cluster cannot be used. {detail}",
    ),
    "error.plan_rejected": (
        "所得计划未通过独立检查，因此不予给出。{detail}",
        "The plan found failed the independent check and is withheld. {detail}",
    ),
    "error.not_accepted": (
        "独立检查否决了这个计划（{detail} 处违反），故不作说明；见 hilltop check。",
        "The independent check rejects this plan (violations: {detail}), so it is not explained; see hilltop check.",
    ),
    "error.no_prices": (
        "这个计划没有能证明上界的价格，无从说明。请用默认引擎（portfolio）求解，并给足 --time-limit。",
        "This plan has no prices that prove a bound, so there is nothing to explain it by. Solve with the default "
        "engine (portfolio), and with a long enough --time-limit.",
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
    "usage.cluster": (
        "--cluster 只与 --engine {engine} 一起使用。",
        "--cluster goes with --engine {engine} only.",
    ),
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
}
