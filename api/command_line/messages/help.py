"""The help of the commands."""

MESSAGES: dict[str, tuple[str, str]] = {
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
        "相对差距不大于此值即停（0.01 为 1 %）；引擎 exact 用它自己声称的差距。",
        "Stop once the relative gap is at most this (0.01 is 1 %); the engine exact goes by the gap that it claims.",
    ),
    "help.patience": (
        "连续这么多秒没有更好的计划或上界即停（默认引擎；默认用完时限）。",
        "Stop after so many seconds without a better plan or bound (default engine; default: use all the time).",
    ),
    "help.workers": (
        "求解线程数（默认由引擎决定：至少 8 个，各用一种策略）。",
        "Solver threads (default: the engine decides; at least 8, a strategy each, also on fewer cores).",
    ),
    "help.seed": ("随机种子。", "Random seed."),
    "help.engine": ("求解引擎。", "Engine."),
    "help.cluster": (
        "引擎 distributed 所用 Ray 集群的地址；local 表示只用本机。需安装 hilltop[cluster]。",
        "Address of the Ray cluster that the engine distributed works on; local: this machine alone. "
        "Needs hilltop[cluster].",
    ),
    "help.profile": (
        "interactive 或 thorough 按时钟求解；"
        "reproducible 按工作量而非时钟计限，同样输入给出同样计划（机器再忙也不变；最长可达时限的 10 倍）。",
        "interactive and thorough go by the clock; reproducible counts work in place of seconds: "
        "equal input, equal plan (however busy the machine; up to ten times the time limit).",
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
    "help.hunger_cost": (
        "不含微饥饿规则再求解一次（同样的设置与时限），给出微饥饿的代价区间；"
        "与 --json 合用时文档为 plan 与 hunger_cost 两部分。",
        "Solve once more without the hunger rules, same settings and time limit again, and state what hunger costs as "
        "an interval; with --json the document holds plan and hunger_cost.",
    ),
    "help.explain": (
        "说明计划：某个项目为何如此决策；不给项目则说明差距从何而来、什么资源稀缺。",
        "Explain a plan: why a project is decided as it is; without a project, where the gap comes from and what is "
        "scarce.",
    ),
    "help.project": ("项目编号。", "The id of a project."),
    "help.top": ("每张表至多列出的行数。", "Rows of each table, at most."),
    "help.check": (
        "用独立检查器复核计划：每条规则、每个数字，并用价格重新算出上界。",
        "Check a plan independently: every rule and every figure, and the bound that its prices prove.",
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
}
