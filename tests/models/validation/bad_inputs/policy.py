"""Market, policy, goals and targets."""

from decimal import Decimal

from tests.models.validation.bad_inputs.operations import Patch, drop, put, to

MARKET_AND_POLICY: dict[str, tuple[Patch, str, str]] = {
    "same rate twice": (
        [put("/market/rates/-", {"role": "sponsor", "rate": 13})],
        "rate_twice",
        "/market/rates/3",
    ),
    "rate of a unit that does not trade": (
        [put("/market/rates/-", {"buyer": "east-sh", "rate": 13})],
        "rate_unit_not_trading",
        "/market/rates/3/buyer",
    ),
    "market without rates": ([to("/market/rates", [])], "market_without_rates", "/market/rates"),
    "rates without market": ([to("/market/scope", "none")], "rates_without_market", "/market/scope"),
    "budget of a unit that does not trade": (
        [put("/units/3/purchase_budget", 5)],
        "budget_not_trading",
        "/units/3/purchase_budget",
    ),
    "hunger row that covers nothing": (
        [to("/policy/hunger/1/unit", "east-sh")],
        "row_covers_nothing",
        "/policy/hunger/1/unit",
    ),
    "utilisation row that covers nothing": (
        [to("/policy/utilisation/0/unit", "east-sh")],
        "row_covers_nothing",
        "/policy/utilisation/0/unit",
    ),
    "two rows for one unit and role": (
        [put("/policy/utilisation/-", {"unit": "*", "role": "project_manager", "floor": 1})],
        "rows_add_up",
        "/policy/utilisation/1",
    ),
    "low above high": ([to("/policy/hunger/0/low", Decimal("0.16"))], "low_above_high", "/policy/hunger/0/low"),
    "band without edges": (
        [drop("/policy/hunger/1/low"), drop("/policy/hunger/1/high")],
        "band_missing",
        "/policy/hunger/1",
    ),
    "stretch beyond the load cap": (
        [to("/policy/hunger/1/high", Decimal("0.21"))],
        "stretch_not_reachable",
        "/policy/hunger/1/high",
    ),
    "floor beyond the load cap": (
        [to("/policy/utilisation/0/floor", Decimal("1.21"))],
        "floor_not_reachable",
        "/policy/utilisation/0/floor",
    ),
    "initiation without limits": (
        [to("/policy/initiation/0", {"unit": "hq"})],
        "limit_missing",
        "/policy/initiation/0",
    ),
    "shares that cross": (
        [to("/policy/balance/0/min_share", Decimal("0.95"))],
        "shares_crossed",
        "/policy/balance/0/min_share",
    ),
    "balance of an unknown attribute": (
        [to("/policy/balance/0/attribute", "rech")],
        "attribute_unknown",
        "/policy/balance/0/attribute",
    ),
    "balance of an attribute that never matches": (
        [to("/policy/balance/0/attribute", "value")],
        "attribute_never_matches",
        "/policy/balance/0/attribute",
    ),
    "balance that types keep apart": (
        [to("/policy/balance/1/equals", 1)],
        "balance_without_projects",
        "/policy/balance/1/equals",
    ),
    "goal that asks nothing": ([put("/goals/-", {"id": "G2"})], "goal_asks_nothing", "/goals/1"),
    "goal nobody serves": ([to("/projects/0/goals", [])], "goal_without_projects", "/goals/0"),
    "goal with too few projects": ([to("/goals/0/min_projects", 2)], "goal_too_few_projects", "/goals/0/min_projects"),
    "goal with too few orders": (
        [to("/goals/0/min_expected_orders", Decimal("320.11"))],
        "goal_too_few_orders",
        "/goals/0/min_expected_orders",
    ),
    "orders price of a commitment": (
        [drop("/goals/0/shortfall_price")],
        "orders_price_ignored",
        "/goals/0/orders_price",
    ),
    "orders without price": ([drop("/goals/0/orders_price")], "orders_price_missing", "/goals/0/orders_price"),
    "target of another product": ([to("/targets/0/product", "5G")], "target_without_projects", "/targets/0"),
    "target of another unit": ([to("/targets/0/unit", "north")], "target_without_projects", "/targets/0"),
    "target of other months": ([to("/targets/0/to", "2027-04")], "target_without_projects", "/targets/0"),
}
