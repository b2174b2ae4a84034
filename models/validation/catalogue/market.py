"""Findings on the internal market."""

from decimal import Decimal

from models.validation.catalogue.entry import Entry, changed, error, hint, put, warning

MARKET: dict[str, Entry] = {
    "rate_twice": error(
        "同一结算价写了两次,首次在 {first}。请保留一条。",
        "The same rate is given twice, first at {first}. Keep one.",
        changed("/market/rates/2", put("/market/rates/-", {"role": "sponsor", "rate": 13})),
    ),
    "rate_unit_not_trading": warning(
        "单元“{unit}”不独立买卖,由“{trader}”代为买卖,该结算价不会生效。请改写为“{trader}”。",
        "“{unit}” does not trade in its own name, “{trader}” does: this rate never applies. Name “{trader}”.",
        changed("/market/rates/2/seller", put("/market/rates/-", {"seller": "east-sh", "rate": 7})),
    ),
    "market_without_rates": warning(
        "内部市场没有任何结算价,跨单元用人无法成交。请填写 rates,或把 scope 设为 none。",
        "The market has no rates, so nothing can be bought. Give rates, or set scope to none.",
        changed("/market/rates", put("/market/rates", [])),
    ),
    "rates_without_market": hint(
        "采购范围为 none,{count} 条结算价不起作用。",
        "The scope is none, so the {count} rates have no effect.",
        changed("/market/scope", put("/market/scope", "none")),
    ),
    "budget_not_trading": hint(
        "单元“{unit}”不独立买卖(由“{trader}”代为买卖),其采购预算不起作用。",
        "“{unit}” does not trade in its own name (“{trader}” does): its purchase budget limits nothing.",
        changed("/units/2/purchase_budget", put("/units/2/purchase_budget", Decimal("20.5"))),
    ),
}
