"""Why a plan is as it is: decisions, people, prices, the gap, the cost of hunger."""

MESSAGES: dict[str, tuple[str, str]] = {
    "explain.title": ("为什么是这个计划：{scenario}", "Why this plan: {scenario}"),
    "explain.project": ("{project}：{decision}", "{project}: {decision}"),
    "explain.prices": (
        "以下都按计划中的价格计：价格只给出上界，不是承诺。",
        "All of this goes by the prices of the plan: they give a bound, not a promise.",
    ),
    "explain.between": (
        "计划与上界之间：{bound} − {objective} = {amount}，分为 {pieces} 项。",
        "Between plan and bound: {bound} − {objective} = {amount}, in {pieces} pieces.",
    ),
    "explain.gap": ("差距从何而来", "Where the gap comes from"),
    "explain.others": ("其余 {count} 项", "{count} smaller pieces"),
    "explain.total": ("合计（上界 − 目标值）", "total (bound − objective)"),
    "explain.scarce": ("稀缺：再多一个单位值多少", "Scarce: what one more unit is worth"),
    "explain.wanted": ("想要：再多一个单位值多少", "Wanted: what one more unit is worth"),
    "explain.flip_runs": (
        "要改变此决策：项目的价值须减少 {amount}，这些价格才会主张不做。",
        "To flip it: the project would have to be worth {amount} less before these prices speak against it.",
    ),
    "explain.flip_out": (
        "要改变此决策：项目的价值须增加 {amount}，这些价格才会主张做。",
        "To flip it: the project would have to be worth {amount} more before these prices speak for it.",
    ),
    "explain.flipped_runs": (
        "按这些价格已主张不做（相差 {amount}）；但价格只给出上界，不是承诺。",
        "These prices already speak against it (by {amount}); yet prices give a bound, not a promise.",
    ),
    "explain.flipped_out": (
        "按这些价格已主张做（相差 {amount}）；但价格只给出上界，不是承诺。",
        "These prices already speak for it (by {amount}); yet prices give a bound, not a promise.",
    ),
    "explain.other": (
        "已证明：改变此决策的任何计划至多值 {at_most}。",
        "Proved: no plan that decides the other way is worth more than {at_most}.",
    ),
    "explain.starts": ("各启动期，用最合算的人选", "Starts, each with its best people"),
    "explain.people": ("人选：{start} 启动时各角色最合算的人", "People: the best for each role, started in {start}"),
    "explain.charges": ("各行的收费（负数为助益）", "Charges by row (below 0 it helps)"),
    "explain.chosen": ("已选", "chosen"),
    "explain.no_project": ("没有项目“{project}”。", "there is no project “{project}”."),
    "explain.near": (
        "没有项目“{project}”。是否应为“{nearest}”？",
        "there is no project “{project}”. Did you mean “{nearest}”?",
    ),
    "per.effort.month": ("每人月", "FTE-month"),
    "per.effort.quarter": ("每人季", "FTE-quarter"),
    "per.effort.week": ("每人周", "FTE-week"),
    "per.money": ("每货币单位", "money unit"),
    "per.count": ("每一个", "one"),
    "hunger.exactly": (
        "微饥饿的代价：正好 {high}（比较未满足承诺不更多的计划）。",
        "The cost of hunger is exactly {high} (of plans that leave no more commitments unmet).",
    ),
    "hunger.between": (
        "微饥饿的代价：在 {low} 与 {high} 之间（比较未满足承诺不更多的计划）。",
        "The cost of hunger lies between {low} and {high} (of plans that leave no more commitments unmet).",
    ),
    "hunger.above_nothing": (
        "微饥饿的代价：至多 {high}，不低于 0（算出的下限为 {low}；比较未满足承诺不更多的计划）。",
        "The cost of hunger is at most {high}, and not below 0 (the lower end comes to {low}; of plans that leave no "
        "more commitments unmet).",
    ),
    "hunger.no_low": (
        "微饥饿的代价：至多 {high}；含微饥饿规则的求解没有经证明的上界，故无下限。",
        "The cost of hunger is at most {high}; how little it may be is unknown, since the solve with the hunger rules "
        "proved no bound.",
    ),
    "hunger.no_high": (
        "微饥饿的代价：至少 {low}；不含微饥饿规则的求解没有经证明的上界，故无上限。",
        "The cost of hunger is at least {low}; how much it may be is unknown, since the solve without the hunger rules "
        "proved no bound.",
    ),
    "hunger.nothing_proved": (
        "微饥饿的代价未知：两次求解都没有经证明的上界。",
        "The cost of hunger is unknown: neither solve proved a bound.",
    ),
    "hunger.no_hunger_rows": (
        "微饥饿的代价：情景没有微饥饿规则，无可比较。",
        "The cost of hunger: the scenario has no hunger rules, so there is nothing to compare.",
    ),
    "hunger.interrupted": (
        "微饥饿的代价未算出：求解被中断。",
        "The cost of hunger was not computed: the solve was interrupted.",
    ),
    "hunger.no_second_plan": (
        "微饥饿的代价未算出：不含微饥饿规则的求解没有得到计划。",
        "The cost of hunger was not computed: the solve without the hunger rules gave no plan.",
    ),
    "hunger.unmet_differ": (
        "微饥饿的代价未知：两个计划未满足的承诺数不同，无法比较；请加大 --time-limit。",
        "The cost of hunger is unknown: the two plans leave different numbers of commitments unmet, so they do not "
        "compare. Give a larger --time-limit.",
    ),
    "hunger.solves": (
        "含微饥饿规则：目标值 {with_objective}，上界 {with_bound}，未满足承诺 {with_unmet}；"
        "不含：目标值 {without_objective}，上界 {without_bound}，未满足承诺 {without_unmet}。",
        "With the hunger rules: objective {with_objective}, bound {with_bound}, unmet {with_unmet}; "
        "without: objective {without_objective}, bound {without_bound}, unmet {without_unmet}.",
    ),
}
