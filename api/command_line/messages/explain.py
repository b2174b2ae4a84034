"""Why a plan is as it is: decisions, people, prices, the gap, the cost of hunger."""

MESSAGES: dict[str, tuple[str, str]] = {
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
