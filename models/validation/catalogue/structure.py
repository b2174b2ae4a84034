"""Findings on ids, the tree of units, and periods."""

from models.validation.catalogue.entry import Entry, changed, drop, error, hint, put, warning

STRUCTURE: dict[str, Entry] = {
    "id_duplicate": error(
        "{kind}编号“{id}”重复(大小写和全半角组合不作区分),首次出现在 {first}。请改用不同的编号。",
        "The {kind} id “{id}” stands twice (case makes no difference), first at {first}. Give one of them another id.",
        changed("/projects/1/id", put("/projects/1/id", "p1")),
    ),
    "tier_names_alike": warning(
        "项目级别“{id}”与“{other}”只有大小写不同,容易混淆。请改名。",
        "The tiers “{id}” and “{other}” differ in case only and are easily confused. Rename one.",
        changed("/policy/tiers/t2", put("/policy/tiers/t2", {"duration": 3})),
    ),
    "reference_unknown": error(
        "没有编号为“{id}”的{kind}。请改正编号,或先在列表中添加它。",
        "There is no {kind} “{id}”. Correct the id, or add it to its list.",
        changed("/people/0/unit", put("/people/0/unit", "esat")),
    ),
    "unit_circle": error(
        "单元“{id}”的上级关系成环(共 {units} 个单元)。请改正其中一个 parent。",
        "The parents of unit “{id}” form a circle of {units} units. Correct one parent.",
        changed("/units/1/parent", put("/units/1/parent", "east-sh")),
    ),
    "no_root": error(
        "没有根单元。应恰有一个单元不写 parent。",
        "There is no root unit. Exactly one unit has no parent.",
        changed("/units", put("/units", []), put("/people", []), put("/projects", []), put("/targets", [])),
    ),
    "two_roots": error(
        "单元“{id}”没有 parent,而“{first}”已经是根。请为“{id}”填写 parent。",
        "Unit “{id}” has no parent, but “{first}” is the root already. Give “{id}” a parent.",
        changed("/units/3", drop("/units/3/parent")),
    ),
    "horizon_too_long": error(
        "计划期有 {periods} 期,超出日历({last_year} 年)。请减少期数。",
        "A horizon of {periods} periods leaves the calendar (year {last_year}). Plan fewer periods.",
        changed("/horizon/periods", put("/horizon/periods", 1000000)),
    ),
    "period_kind": error(
        "“{label}”以{given}为单位,而计划期以{expected}为单位。请统一期间的写法。",
        "“{label}” counts in {given}, but the horizon counts in {expected}. Use the same kind of period throughout.",
        changed("/projects/0/order_period", put("/projects/0/order_period", "2027-Q2")),
    ),
    "from_after_to": error(
        "开始期间 {first} 晚于结束期间 {last}。请对调或改正。",
        "It begins in {first}, after it ends in {last}. Exchange or correct them.",
        changed("/people/0/bookings/0/from", put("/people/0/bookings/0/from", "2027-03")),
    ),
    "booking_outside_horizon": hint(
        "该占用({first} 至 {last})完全在计划期之外,不起作用。",
        "The booking from {first} to {last} lies outside the horizon and changes nothing.",
        changed(
            "/people/0/bookings/0",
            put("/people/0/bookings/0", {"from": "2026-01", "to": "2026-03", "effort": 1}),
        ),
    ),
    "target_outside_horizon": hint(
        "该目标的期间({first} 至 {last})完全在计划期之外。请确认年份。",
        "The target's dates, {first} to {last}, lie outside the horizon. Check the year.",
        changed("/targets/0", put("/targets/0/from", "2028-01"), put("/targets/0/to", "2028-06")),
    ),
    "budget_outside_horizon": hint(
        "{period} 不在计划期内,这一期的采购预算不起作用。",
        "{period} is outside the horizon: this budget limits nothing.",
        changed("/units/1/purchase_budget/2026-12", put("/units/1/purchase_budget", {"2026-12": 5})),
    ),
    "start_missing": error(
        "候选项目“{project}”没有启动窗口。请填写 start.preferred(首选启动期间)。",
        "The candidate “{project}” has no start window. Give at least start.preferred.",
        changed("/projects/0/start", drop("/projects/0/start")),
    ),
    "start_ignored": hint(
        "在途项目“{project}”从第一期起运行,启动窗口不起作用。",
        "“{project}” is in flight and runs from the first period: its start window has no effect.",
        changed("/projects/2/start", put("/projects/2/start", {"preferred": "2027-02"})),
    ),
    "window_empty": warning(
        "项目“{project}”最早启动 {earliest} 晚于最晚启动 {latest},无法启动。请改正窗口。",
        "“{project}” may start from {earliest} but only until {latest}: it cannot start at all. Correct the window.",
        changed("/projects/0/start", put("/projects/0/start/earliest", "2027-04")),
    ),
    "window_outside_horizon": warning(
        "项目“{project}”的启动窗口({earliest} 至 {latest})在计划期之外,无法启动。请改正窗口或计划期。",
        "The start window of “{project}”, {earliest} to {latest}, lies outside the horizon: it cannot start. Correct "
        "the window or the horizon.",
        changed("/projects/0/start", put("/projects/0/start", {"preferred": "2028-01"})),
    ),
    "window_partly_outside_horizon": hint(
        "项目“{project}”的启动窗口({earliest} 至 {latest})有一部分在计划期之外,只用期内部分。",
        "Part of the start window of “{project}”, {earliest} to {latest}, lies outside the horizon and is cut off.",
        changed("/projects/0/start", put("/projects/0/start/latest", "2027-08")),
    ),
    "preferred_outside_window": warning(
        "项目“{project}”的首选启动 {preferred} 不在窗口 {earliest} 至 {latest} 之内,每次启动都算延迟或提前。请改正。",
        "The preferred start {preferred} of “{project}” is outside its window, {earliest} to {latest}. Correct one.",
        changed("/projects/0/start/preferred", put("/projects/0/start/earliest", "2027-02")),
    ),
}
