"""Findings on policy rows, goals and targets."""

from decimal import Decimal

from models.validation.catalogue.entry import Entry, changed, drop, error, hint, put, warning

_HUNGER = {"unit": "*", "role": "project_manager", "low": Decimal("0.05"), "high": Decimal("0.15")}

POLICY: dict[str, Entry] = {
    "row_covers_nothing": warning(
        "单元“{unit}”及其下级都不独立买卖,这一行不起作用。请改写为“{trader}”或“*”。",
        "Neither “{unit}” nor a unit below it trades, so the row covers nothing. Name “{trader}” or “*”.",
        changed("/policy/hunger/0/unit", put("/policy/hunger/0/unit", "east-sh")),
    ),
    "rows_add_up": hint(
        "单元“{unit}”和角色“{role}”已有一行({first}),两行的成本会相加。",
        "There is a row for unit “{unit}” and role “{role}” already, at {first}: their costs add up.",
        changed("/policy/hunger/1", put("/policy/hunger/-", _HUNGER)),
    ),
    "low_above_high": error(
        "下限 {low} 高于上限 {high}。请对调或改正。",
        "The lower edge {low} is above the upper edge {high}. Exchange or correct them.",
        changed("/policy/hunger/0/low", put("/policy/hunger/0/low", Decimal("0.2"))),
    ),
    "band_missing": hint(
        "单元“{unit}”、角色“{role}”的微饥饿区间没有上下限,不产生成本。请填写 low 或 high。",
        "The band for unit “{unit}” and role “{role}” has neither edge and costs nothing. Give low or high.",
        changed("/policy/hunger/0", drop("/policy/hunger/0/low"), drop("/policy/hunger/0/high")),
    ),
    "stretch_not_reachable": hint(
        "该负荷区间需要负荷上限至少为 {needed},而 load_cap 为 {load_cap}。请提高 load_cap 或调低区间。",
        "Reaching this band takes a load cap of {needed}, but load_cap is {load_cap}. Raise it, or lower the band.",
        changed("/policy/hunger/0/high", put("/policy/hunger/0/measure", "stretch_load")),
    ),
    "floor_not_reachable": hint(
        "利用率下限 {floor} 高于负荷上限 {load_cap},无法达到。请调低下限。",
        "The floor {floor} is above the load cap {load_cap} and cannot be reached. Lower it.",
        changed("/policy/utilisation/0/floor", put("/policy/load_cap", Decimal("0.7"))),
    ),
    "limit_missing": hint(
        "单元“{unit}”的立项限制没有写任何上限,不起作用。请填写 pursuit_budget 或 max_per_period。",
        "The initiation row of unit “{unit}” states no limit. Give pursuit_budget or max_per_period.",
        changed("/policy/initiation/0", drop("/policy/initiation/0/pursuit_budget")),
    ),
    "shares_crossed": warning(
        "最低占比高于最高占比,总会产生成本。请对调或改正。",
        "The least share is above the greatest, so there is always a cost. Exchange or correct them.",
        changed("/policy/balance/0/min_share", put("/policy/balance/0/max_share", Decimal("0.05"))),
    ),
    "attribute_unknown": warning(
        "项目没有“{attribute}”这个字段,这一行不会匹配任何项目。请改正。",
        "Projects have no field “{attribute}”, so the row matches none. Correct it.",
        changed("/policy/balance/0/attribute", put("/policy/balance/0/attribute", "raech")),
    ),
    "attribute_never_matches": warning(
        "字段“{attribute}”不能用来比较,这一行不会匹配任何项目。请换一个字段。",
        "The field “{attribute}” cannot be compared, so the row matches no project. Choose another field.",
        changed("/policy/balance/0/attribute", put("/policy/balance/0/attribute", "staffing")),
    ),
    "balance_without_projects": hint(
        "没有项目的“{attribute}”等于该值。请检查写法(文本与数字、真假值有别)。",
        "No project has this value in “{attribute}”. Check it; text, numbers and truth values are told apart.",
        changed("/policy/balance/0/equals", put("/policy/balance/0/equals", "lnog")),
    ),
    "goal_asks_nothing": hint(
        "山头目标“{id}”没有要求项目数或预期订货。请填写 min_projects 或 min_expected_orders。",
        "The goal “{id}” asks for nothing. Give min_projects or min_expected_orders.",
        changed("/goals/0", drop("/goals/0/min_projects")),
    ),
    "goal_without_projects": warning(
        "没有可运行的项目指向山头目标“{id}”,无法达成。请在项目的 goals 中写上它。",
        "No project that can run names the goal “{id}”, so it cannot be reached. Name it in the goals of a project.",
        changed("/goals/0", drop("/projects/0/goals")),
    ),
    "goal_too_few_projects": warning(
        "山头目标“{id}”要求 {asked} 个项目,只有 {projects} 个可运行的项目指向它。请增加项目或降低要求。",
        "The goal “{id}” asks for {asked} projects, but only {projects} that can run name it. Add some, or ask for "
        "fewer.",
        changed("/goals/0/min_projects", put("/goals/0/min_projects", 3)),
    ),
    "goal_too_few_orders": warning(
        "山头目标“{id}”要求预期订货 {asked},而指向它的项目合计最多 {orders}。请增加项目或降低要求。",
        "The goal “{id}” asks for expected orders of {asked}, but all projects naming it bring at most {orders}. Add "
        "some, or ask for less.",
        changed(
            "/goals/0/min_expected_orders",
            put("/goals/0/min_expected_orders", 9000),
            put("/goals/0/orders_price", 1),
        ),
    ),
    "orders_price_ignored": hint(
        "山头目标“{id}”没有 shortfall_price,是硬承诺,orders_price 不起作用。",
        "The goal “{id}” has no shortfall_price and is a commitment: its orders_price has no effect.",
        changed(
            "/goals/0/orders_price",
            drop("/goals/0/shortfall_price"),
            put("/goals/0/orders_price", 1),
        ),
    ),
    "orders_price_missing": hint(
        "山头目标“{id}”要求预期订货,但缺口没有价格(orders_price),不产生成本。",
        "The goal “{id}” asks for expected orders, but missing ones cost nothing. Give orders_price.",
        changed("/goals/0/orders_price", put("/goals/0/min_expected_orders", 100)),
    ),
    "target_without_projects": warning(
        "没有项目能为目标“{id}”带来订货。请检查其单元、产品、客户群和期间,或增加项目。",
        "No project can bring orders for the target “{id}”. Check its unit, product, customer group and dates, or add "
        "projects.",
        changed("/targets/0", put("/targets/0/product", "clouds")),
    ),
}
