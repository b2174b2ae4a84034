"""The rules of the contract: one name each, used in code, checker, messages, docs and the catalogue."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["zh", "en"]


class RuleId(StrEnum):
    """The name of a rule. Row names begin with it."""

    ONE_START = "one_start"
    STAFFING = "staffing"
    ELIGIBILITY = "eligibility"
    DISTINCT_PEOPLE = "distinct_people"
    PERSON_CAPACITY = "person_capacity"
    CONCURRENCY = "concurrency"
    PURCHASE_BUDGET = "purchase_budget"
    SELLER_CAP = "seller_cap"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    INITIATION_LIMITS = "initiation_limits"
    COMMITMENT = "commitment"
    PROJECT_VALUE = "project_value"
    PERSON_FIT = "person_fit"
    FRICTION = "friction"
    STOP_COST = "stop_cost"
    STABILITY = "stability"
    HUNGER_BAND = "hunger_band"
    UTILISATION_FLOOR = "utilisation_floor"
    GOAL_COVERAGE = "goal_coverage"
    PORTFOLIO_BALANCE = "portfolio_balance"
    TARGET_COVERAGE = "target_coverage"


@dataclass(frozen=True, slots=True)
class RuleText:
    """How strictly a rule holds, and the rule in one sentence."""

    strength: Literal["hard", "first priority", "soft", "value"]
    zh: str
    en: str


RULES: dict[RuleId, RuleText] = {
    RuleId.ONE_START: RuleText(
        "hard",
        "候选项目最多启动一次,且须在启动窗口内;在途项目从第一期起运行。",
        "A candidate starts at most once, inside its window; a project in flight runs from the first period.",
    ),
    RuleId.STAFFING: RuleText(
        "hard",
        "运行的项目,其要求的每个角色恰有一人担任,且始终是同一人。",
        "A running project has exactly one person for each role it asks for, the same person throughout.",
    ),
    RuleId.ELIGIBILITY: RuleText(
        "hard",
        "担任角色的人须具备该角色、等级、技能和语言;跨单元使用还须可外借、在购买范围内且有结算价。",
        "Whoever fills a role has the role, grade, skills and languages; across units also is lendable, in scope, "
        "and has a rate.",
    ),
    RuleId.DISTINCT_PEOPLE: RuleText(
        "hard",
        "同一个人在一个项目中最多担任一个角色。",
        "One person holds at most one role on one project.",
    ),
    RuleId.PERSON_CAPACITY: RuleText(
        "hard",
        "每个人每期的项目投入加已有占用不超过其容量乘以负荷上限。",
        "In every period a person's effort on projects plus bookings stays within capacity times the load cap.",
    ),
    RuleId.CONCURRENCY: RuleText(
        "hard",
        "一个人同时承担的项目数不超过其上限。",
        "A person holds at most the stated number of projects at the same time.",
    ),
    RuleId.PURCHASE_BUDGET: RuleText(
        "hard",
        "买方单元的资源采购(含加价)不超过其采购预算。",
        "What a unit buys, mark-up included, stays within its purchase budget.",
    ),
    RuleId.SELLER_CAP: RuleText(
        "hard",
        "单元每个角色每期外借的投入不超过自有供给的规定比例。",
        "What a unit sells of a role in a period stays within the stated share of its own supply.",
    ),
    RuleId.REQUIRES: RuleText(
        "hard",
        "运行的项目所依赖的项目也必须运行。",
        "What a running project requires runs too.",
    ),
    RuleId.EXCLUDES: RuleText(
        "hard",
        "互斥的两个项目不能同时运行。",
        "Two projects that exclude each other do not both run.",
    ),
    RuleId.INITIATION_LIMITS: RuleText(
        "hard",
        "单元立项的投标费用总额与每期启动数不超过上限。",
        "A unit's pursuit cost and the number of projects starting in a period stay within their limits.",
    ),
    RuleId.COMMITMENT: RuleText(
        "first priority",
        "强制项目、不可停的在途项目、锁定、无价目标和变更上限最先满足;满足不了的尽量少,并逐一说明。",
        "Mandated and unstoppable projects, pins, goals without a price and the limit on changes come first; "
        "as few as possible stay unmet, and each is named.",
    ),
    RuleId.PROJECT_VALUE: RuleText(
        "value",
        "项目价值等于金额乘毛利率乘赢率(随延迟递减),加战略价值,减投标费用。",
        "A project is worth amount times margin times win probability, less with delay, plus strategic value, "
        "less pursuit cost.",
    ),
    RuleId.PERSON_FIT: RuleText(
        "value",
        "特定人员承担特定项目的附加价值计入一次。",
        "What a particular person adds to a particular project counts once.",
    ),
    RuleId.FRICTION: RuleText(
        "value",
        "跨单元用人的真实成本按结算价(不含加价)的一定比例计。",
        "Working across units has a real cost: a share of the rate before mark-up.",
    ),
    RuleId.STOP_COST: RuleText(
        "value",
        "不再运行的在途项目须付终止成本。",
        "A project in flight that does not run on pays its stop cost.",
    ),
    RuleId.STABILITY: RuleText(
        "soft",
        "相对基线计划的每处变更(项目的去留、人员更换)都有代价。",
        "Each change against the baseline plan, a project turned or a person replaced, has its price.",
    ),
    RuleId.HUNGER_BAND: RuleText(
        "soft",
        "每个单元的角色缺口应在微饥饿区间内;过饱和过饿都有代价。",
        "A unit's shortage of a role lies in the band of slight hunger; overfed and starving both cost.",
    ),
    RuleId.UTILISATION_FLOOR: RuleText(
        "soft",
        "单元自有人员的投入不低于供给的规定比例,闲置有代价。",
        "A unit's own people are used to at least the stated share of supply; idleness costs.",
    ),
    RuleId.GOAL_COVERAGE: RuleText(
        "soft",
        "山头目标缺少的项目和预期订货按价计罚。",
        "Projects and expected orders missing from a goal cost their price.",
    ),
    RuleId.PORTFOLIO_BALANCE: RuleText(
        "soft",
        "某类项目在组合中的占比应在区间内,偏离按价计罚。",
        "The share of a kind of project in the portfolio lies within its limits; each unit outside costs its price.",
    ),
    RuleId.TARGET_COVERAGE: RuleText(
        "soft",
        "运行项目的预期订货应覆盖目标,缺口按价计罚。",
        "Expected orders of running projects cover the target; each missing money unit costs its price.",
    ),
}


def row_name(rule: RuleId, *parts: str) -> str:
    """`rule/id/…/period`, ids escaped as in JSON pointers."""
    return "/".join((rule.value, *(part.replace("~", "~0").replace("/", "~1") for part in parts)))
