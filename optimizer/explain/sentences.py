"""The reasons of a decision in words, from its records alone: a plan that was read from a file speaks as well."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.rules import Language
from optimizer.explain.rows import row_words
from optimizer.explain.words import money_words, rule_words

Reason = Mapping[str, Any]

DETAILS = frozenset({"takes", "helps", "binds", "settled"})
"""Records that say more of an account."""

SENTENCES: dict[str, dict[Language, str]] = {
    "mandated": {"zh": "公司强制项目。", "en": "It is mandated."},
    "not_stoppable": {"zh": "在途且不可终止。", "en": "It is in flight and cannot be stopped."},
    "pinned": {"zh": "已锁定为 {decision}。", "en": "A pin says {decision}."},
    "pinned_why": {"zh": "已锁定为 {decision}（{why}）。", "en": "A pin says {decision} ({why})."},
    "promise_unmet": {
        "zh": "承诺要做，但未能满足（原因见 unmet）。",
        "en": "It is promised, and the promise stays unmet (unmet says why).",
    },
    "excluded_by": {"zh": "与运行中的项目 {project} 互斥。", "en": "It excludes {project}, which runs."},
    "requires_missing": {"zh": "所依赖的项目 {project} 不运行。", "en": "It requires {project}, which does not run."},
    "no_start": {
        "zh": "任何启动期都无法配齐人员。",
        "en": "It has no start at which every role can be filled.",
    },
    "worth_it": {
        "zh": "{start} 启动，{account}，因此值得。",
        "en": "Started in {start}, it {account}. It earns its resources.",
    },
    "worth_it_otherwise": {
        "zh": "{start} 启动，{account}；按价格看，换人或换启动期则净值可达 {best}，因此值得做。",
        "en": "Started in {start}, it {account}. With other people or at another start it would leave {best} at these "
        "prices, so it is worth running.",
    },
    "kept_as_promised": {
        "zh": "{start} 启动，{account}；仅按价格看并不合算，因承诺而保留。",
        "en": "Started in {start}, it {account}. By prices alone it would not run; it does because it is promised.",
    },
    "kept_below_price": {
        "zh": "{start} 启动，{account}；仅按价格看并不合算，保留它是因为整数取舍或搜索尚未找到更好的方案。",
        "en": "Started in {start}, it {account}. By prices alone it would not run; it does because projects and people "
        "come in wholes, or because nothing better was found yet.",
    },
    "not_worth_it": {
        "zh": "最好于 {start} 启动，{account}，因此不值得。",
        "en": "At best started in {start}, it {account}. It does not earn its resources.",
    },
    "left_out": {
        "zh": "若于 {start} 启动，{account}；仅按价格看值得做，未做是因为整数取舍或搜索尚未找到更好的方案。",
        "en": "If started in {start}, it {account}. By prices alone it would run; it does not because projects and "
        "people come in wholes, or because nothing better was found yet.",
    },
    "settled": {
        "zh": "已证明：改变此决策的任何计划至多值 {at_most}，不如本计划。",
        "en": "Proved: no plan that decides the other way is worth more than {at_most}, which is less than this one.",
    },
    "binds": {"zh": "最紧的资源：{rows}。", "en": "What binds most: {rows}."},
}

ACCOUNT: dict[Language, str] = {
    "zh": "带来 {brings}{takes}{helps}，净值 {net}",
    "en": "brings {brings}{takes}{helps}, which leaves {net}",
}
TAKES: dict[Language, str] = {
    "zh": "，占用的资源按价格计 {amount}（{rules}）",
    "en": "; at the prices of the plan, what it takes costs {amount} ({rules})",
}
HELPS: dict[Language, str] = {
    "zh": "，所助益的值 {amount}（{rules}）",
    "en": "; what it helps with is worth {amount} ({rules})",
}


def sentences(reasons: Sequence[Reason], language: Language) -> Iterator[str]:
    """One sentence for each reason that is not a detail of another; unknown codes are passed over."""
    binds = [reason for reason in reasons if reason["code"] == "binds"]
    for reason in reasons:
        code = reason["code"]
        if "net" in reason:
            said = ACCOUNT[language].format(
                brings=money_words(reason["brings"]),
                takes=_part(reasons, reason, "takes", language),
                helps=_part(reasons, reason, "helps", language),
                net=money_words(reason["net"]),
            )
            best = money_words(reason.get("best", reason["net"]))
            yield SENTENCES[code][language].format(start=reason["start"], account=said, best=best)
            if binds:
                rows = (f"{row_words(each['row'], language)} {money_words(each['amount'])}" for each in binds)
                yield SENTENCES["binds"][language].format(rows=_joined(rows, language))
        elif code == "settled":
            yield SENTENCES[code][language].format(at_most=money_words(reason["at_most"]))
        elif code != "binds" and code in SENTENCES:
            yield SENTENCES["pinned_why" if "why" in reason else code][language].format_map(reason)


def equation(reasons: Sequence[Reason], language: Language, most: int = 3) -> tuple[str, ...]:
    """The account term by term: 100.00, − people's time 60.00, + goals 5.00, = 45.00; nothing without prices."""
    account = next((reason for reason in reasons if "net" in reason), None)
    if account is None:
        return ()
    rules = sorted((reason for reason in reasons if reason["code"] in ("takes", "helps")), key=_size)
    terms = [money_words(account["brings"])]
    rest = account["net"] - account["brings"]
    for reason in rules[:most]:
        signed = -reason["amount"] if reason["code"] == "takes" else reason["amount"]
        rest -= signed
        terms.append(f"{_sign(signed)} {rule_words(reason['rule'], language)} {money_words(reason['amount'])}")
    if len(rules) > most and rest:
        terms.append(f"{_sign(rest)} {'其他' if language == 'zh' else 'other'} {money_words(abs(rest))}")
    return tuple(terms) if len(terms) == 1 else (*terms, f"= {money_words(account['net'])}")


def facts(reasons: Sequence[Reason], language: Language) -> tuple[str, ...]:
    """What settles the decision whatever the prices."""
    return tuple(sentences([each for each in reasons if "net" not in each and each["code"] not in DETAILS], language))


def _part(reasons: Sequence[Reason], account: Reason, code: str, language: Language) -> str:
    """What the project takes, or helps with, by rule; nothing where there is nothing."""
    if not account[code]:
        return ""
    rules = [
        f"{rule_words(reason['rule'], language)} {money_words(reason['amount'])}"
        for reason in reasons
        if reason["code"] == code
    ]
    template = TAKES if code == "takes" else HELPS
    return template[language].format(amount=money_words(account[code]), rules=_joined(rules, language))


def _joined(parts: Iterator[str] | list[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(parts)


def _size(reason: Reason) -> Any:
    return -reason["amount"]


def _sign(amount: Any) -> str:
    return "−" if amount < 0 else "+"
