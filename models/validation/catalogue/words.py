"""Words of the code inside findings, as planners say them."""

from models.rules import Language

_WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "kind": {
        "units": ("单元", "unit"),
        "roles": ("角色", "role"),
        "people": ("人员", "person"),
        "projects": ("项目", "project"),
        "goals": ("山头目标", "goal"),
        "targets": ("目标", "target"),
        "tiers": ("项目级别", "tier"),
    },
    "cause": {
        "directory": ("是文件夹", "it is a directory"),
        "permission": ("没有权限", "permission denied"),
        "failed": ("读取失败", "reading failed"),
    },
    "given": {"month": ("月", "months"), "quarter": ("季", "quarters"), "week": ("周", "weeks")},
    "expected": {"month": ("月", "months"), "quarter": ("季", "quarters"), "week": ("周", "weeks")},
    "requirement": {
        "role": ("没有人具备该角色", "nobody has the role"),
        "grade": ("等级要求", "the grade asked for"),
        "skill": ("技能要求", "the skill asked for"),
        "language": ("语言要求", "the language asked for"),
        "listed": ("不在 fit 名单内", "not being listed in fit"),
        "forbidden": ("fit 中被禁止", "being forbidden in fit"),
        "scope": ("超出采购范围(market.scope)", "the reach of the market (market.scope)"),
        "lendable": ("不可外借", "not being lendable"),
        "rate": ("没有结算价", "having no rate"),
        "smallest_purchase": ("低于最小采购量", "the smallest purchase allowed"),
    },
    "total": {
        "objective": ("总目标值", "the objective"),
        "project_value": ("项目价值之和", "the sum of project values"),
        "person_fit": ("人员附加价值之和", "the sum of fit values"),
        "friction": ("摩擦成本之和", "the sum of frictions"),
        "stop_cost": ("终止成本之和", "the sum of stop costs"),
        "changes": ("变更成本之和", "the cost of changes"),
        "hunger": ("微饥饿成本", "the cost of hunger"),
        "idle": ("闲置成本", "the cost of idleness"),
        "goals": ("山头目标缺口成本", "the cost of goals missed"),
        "balance": ("组合占比成本", "the cost of balance"),
        "targets": ("目标缺口成本", "the cost of targets missed"),
        "person_capacity": ("人员容量与投入之和", "the sum of capacities and efforts"),
        "initiation_limits": ("投标费用之和", "the sum of pursuit costs"),
        "purchase_budget": ("采购金额之和", "the sum of purchases"),
        "seller_cap": ("外借投入之和", "the sum of effort sold"),
    },
}
_ZH, _EN = 0, 1


def word(param: str, value: str, language: Language) -> str:
    """The word for a value of a param, or the value itself."""
    pair = _WORDS.get(param, {}).get(value)
    return value if pair is None else pair[_ZH if language == "zh" else _EN]
