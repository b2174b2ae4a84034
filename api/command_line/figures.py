"""Figures as people read them: two decimals, thousands set apart, ratios in percent; half up, never floats."""

from models.quantities import EFFORT_SCALE, MICRO_SCALE, MONEY_SCALE, RATIO_SCALE, half_up
from models.rules import Language
from models.scenario import MoneyUnit


def _decimal(numerator: int, denominator: int, places: int) -> str:
    scaled = half_up(numerator * 10**places, denominator)
    whole, rest = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:0{places}d}" if places else "")


def money(cents: int) -> str:
    """Money given in 0.01 unit."""
    return _decimal(cents, MONEY_SCALE, 2)


def money_of_micro(micro: int) -> str:
    """Money given in 10^-6 unit."""
    return _decimal(micro, MICRO_SCALE, 2)


def signed_money_of_micro(micro: int) -> str:
    """The same with its sign, for differences."""
    return ("+" if micro > 0 else "") + money_of_micro(micro)


def fte(permille: int) -> str:
    """Effort given in permille of one FTE."""
    return _decimal(permille, EFFORT_SCALE, 2)


def percent_of_micro(micro: int) -> str:
    """A ratio given in 10^-6, as on screens: two decimals of a percent."""
    return f"{_decimal(micro * 100, MICRO_SCALE, 2)} %"


def percent_of_ratio(ratio: int) -> str:
    """A ratio given in 10^-4."""
    return f"{_decimal(ratio * 100, RATIO_SCALE, 1)} %"


def share(part: int, whole: int) -> str:
    """Part of a whole in percent; a dash where there is no whole."""
    return "–" if whole == 0 else f"{_decimal(part * 100, abs(whole), 1)} %"


_CNY: dict[int, dict[Language, str]] = {
    1: {"zh": "元", "en": "CNY"},
    1_000: {"zh": "千元", "en": "thousand CNY"},
    10_000: {"zh": "万元", "en": "10,000 CNY"},
    1_000_000: {"zh": "百万元", "en": "million CNY"},
    100_000_000: {"zh": "亿元", "en": "100 million CNY"},
}


def money_unit(unit: MoneyUnit | None, language: Language) -> str:
    """How the money unit of a scenario is called."""
    if unit is None:
        return "货币单位" if language == "zh" else "money units"
    if unit.currency == "CNY" and unit.unit in _CNY:
        return _CNY[unit.unit][language]
    return unit.currency if unit.unit == 1 else f"{unit.unit:,} {unit.currency}"
