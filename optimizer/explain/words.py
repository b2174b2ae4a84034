"""What rules are called when they charge or pay a project: short nouns, in Chinese and English."""

from decimal import Decimal

from models.rules import Language, RuleId

WORDS: dict[RuleId, dict[Language, str]] = {
    RuleId.DISTINCT_PEOPLE: {"zh": "一人一岗", "en": "one role a person"},
    RuleId.PERSON_CAPACITY: {"zh": "人员时间", "en": "people's time"},
    RuleId.CONCURRENCY: {"zh": "同时项目数", "en": "projects at the same time"},
    RuleId.PURCHASE_BUDGET: {"zh": "采购预算", "en": "purchase budgets"},
    RuleId.SELLER_CAP: {"zh": "外借上限", "en": "what units may sell"},
    RuleId.REQUIRES: {"zh": "依赖项目", "en": "required projects"},
    RuleId.EXCLUDES: {"zh": "互斥项目", "en": "excluded projects"},
    RuleId.INITIATION_LIMITS: {"zh": "立项上限", "en": "limits on initiation"},
    RuleId.COMMITMENT: {"zh": "承诺", "en": "commitments"},
    RuleId.STABILITY: {"zh": "变更上限", "en": "the limit on changes"},
    RuleId.HUNGER_BAND: {"zh": "微饥饿区间", "en": "hunger bands"},
    RuleId.UTILISATION_FLOOR: {"zh": "使用率下限", "en": "utilisation floors"},
    RuleId.GOAL_COVERAGE: {"zh": "山头目标", "en": "goals"},
    RuleId.PORTFOLIO_BALANCE: {"zh": "组合结构", "en": "portfolio balance"},
    RuleId.TARGET_COVERAGE: {"zh": "订货目标", "en": "targets"},
}
"""The rules whose rows can have a price."""


def rule_words(rule: str, language: Language) -> str:
    """The noun of a rule; a name that is none stays as it is, since plans are files."""
    return WORDS[RuleId(rule)][language] if rule in WORDS else rule


def money_words(amount: Decimal | int) -> str:
    """Money with two decimals, thousands set apart."""
    return f"{Decimal(amount):,.2f}"
