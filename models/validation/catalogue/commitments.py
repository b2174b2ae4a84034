"""Findings on pins, on what projects require and exclude, on the baseline, and on totals."""

from models.validation.catalogue.entry import Entry, changed, drop, error, hint, put, warning

_AGAIN = {"project": "P1", "decision": "initiate"}

COMMITMENTS: dict[str, Entry] = {
    "pin_without_person": error(
        "该锁定写了角色“{role}”,没有写人员。请补上 person。",
        "The pin names the role “{role}” but no person. Add the person.",
        changed("/pins/0", drop("/pins/0/person")),
    ),
    "pin_without_role": error(
        "该锁定写了人员“{person}”,没有写角色。请补上 role。",
        "The pin names “{person}” but no role. Add the role.",
        changed("/pins/0", drop("/pins/0/role")),
    ),
    "pin_says_nothing": error(
        "对项目“{project}”的锁定既没有决策也没有人员。请补上 decision,或 role 和 person。",
        "The pin on “{project}” names neither a decision nor a person. Add decision, or role and person.",
        changed("/pins/1", drop("/pins/1/decision")),
    ),
    "pin_says_both": error(
        "对项目“{project}”的锁定同时写了人员和决策(或启动期)。请拆成两条。",
        "The pin on “{project}” names a person and also a decision or start. Write two pins.",
        changed("/pins/0", put("/pins/0/decision", "initiate")),
    ),
    "pin_not_for_candidate": error(
        "“{project}”是候选项目,不能锁定为 {given}。请用 {word}。",
        "“{project}” is a candidate and cannot be pinned to {given}. Use {word}.",
        changed("/pins/1/decision", put("/pins/1/decision", "stop")),
    ),
    "pin_start_on_drop": error(
        "项目“{project}”锁定为不运行,不能写启动期。请删去 start。",
        "“{project}” is pinned not to run, so its pin cannot name a start. Take start out.",
        changed("/pins/1/start", put("/pins/1", {"project": "P2", "decision": "drop", "start": "2027-02"})),
    ),
    "pin_start_in_flight": error(
        "“{project}”是在途项目,从第一期起运行,不能锁定启动期。请删去 start。",
        "“{project}” is in flight and runs from the first period: a pin cannot name its start. Take start out.",
        changed("/pins/1/start", put("/pins/1", {"project": "P3", "decision": "continue", "start": "2027-01"})),
    ),
    "pin_start_outside_window": warning(
        "项目“{project}”锁定在 {start} 启动,但窗口(计划期内)为 {earliest} 至 {latest},无法满足。请改正其一。",
        "“{project}” is pinned to start in {start}, but its window is {earliest} to {latest}, cut by the horizon: the "
        "pin cannot be met. Correct one of them.",
        changed("/pins/1/start", put("/pins/1/start", "2027-05")),
    ),
    "pin_role_not_asked": error(
        "项目“{project}”没有要求角色“{role}”,不能锁定其人员。请改正角色。",
        "“{project}” does not ask for the role “{role}”, so nobody can be pinned to it. Correct the role.",
        changed("/pins/0/role", put("/pins/0", {"project": "P3", "role": "sponsor", "person": "S1"})),
    ),
    "pins_clash": warning(
        "对项目“{project}”的锁定与 {first} 矛盾,不能同时满足。请保留一条。",
        "This pin on “{project}” contradicts the one at {first}: both cannot be met. Keep one.",
        changed("/pins/2", put("/pins/-", {"project": "P2", "decision": "drop"})),
    ),
    "pin_repeated": hint(
        "该锁定与 {first} 相同;两条各算一项承诺。请删去一条。",
        "This pin repeats the one at {first}; each counts as a commitment. Take one out.",
        changed("/pins/2", put("/pins/-", {"project": "P2", "decision": "initiate"})),
    ),
    "pin_person_not_eligible": warning(
        "“{person}”不能担任“{role}”(不具备该角色,或被 fit 禁止),项目运行时该锁定无法满足。请改正人员。",
        "“{person}” cannot fill the role “{role}” (does not have it, or is forbidden in fit): the pin cannot be met "
        "while the project runs. Name somebody else.",
        changed("/pins/0/person", put("/pins/0/person", "E2")),
    ),
    "requires_itself": hint(
        "项目“{project}”依赖自己,不起作用。请删去。",
        "“{project}” requires itself, which has no effect. Take it out.",
        changed("/projects/0/requires/0", put("/projects/0/requires", ["P1"])),
    ),
    "excludes_itself": warning(
        "项目“{project}”与自己互斥,永远不能运行。请删去。",
        "“{project}” excludes itself and can never run. Take it out.",
        changed("/projects/0/excludes/0", put("/projects/0/excludes", ["P1"])),
    ),
    "requires_circle": hint(
        "从“{project}”起有 {projects} 个项目互相依赖成环:要么全部运行,要么都不运行。",
        "{projects} projects, “{project}” first, require one another in a circle: all of them run, or none.",
        changed("/projects/0/requires", put("/projects/0/requires", ["P2"]), put("/projects/1/requires", ["P1"])),
    ),
    "requires_clash": warning(
        "项目“{project}”依赖“{one}”和“{two}”,而二者互斥,因此永远不能运行。请改正依赖或互斥关系。",
        "“{project}” requires “{one}” and “{two}”, which exclude each other: it can never run. Correct one of them.",
        changed(
            "/projects/0/requires",
            put("/projects/0/requires", ["P2", "P3"]),
            put("/projects/1/excludes", ["P3"]),
            put("/pins", []),
        ),
    ),
    "requires_dropped": warning(
        "项目“{project}”依赖“{other}”,而后者被锁定为不运行({pin}),因此不能运行。",
        "“{project}” requires “{other}”, which the pin at {pin} drops: it cannot run while that holds.",
        changed(
            "/projects/0/requires",
            put("/projects/0/requires", ["P2"]),
            put("/pins", [{"project": "P2", "decision": "drop"}]),
        ),
    ),
    "commitment_pinned_out": warning(
        "项目“{project}”必须运行,但“{other}”(它本身或它所依赖的)被锁定为不运行({pin})。至少一项承诺无法满足。",
        "“{project}” must run, but “{other}”, itself or what it requires, is pinned not to at {pin}. At least one of "
        "the two stays unmet.",
        changed("/pins/1", put("/projects/1/requires", ["P1"]), put("/pins/-", {"project": "P1", "decision": "drop"})),
    ),
    "commitment_cannot_start": warning(
        "项目“{project}”必须运行,但“{other}”(它本身或它所依赖的)在计划期内没有可用的启动期。该承诺无法满足。",
        "“{project}” must run, but “{other}”, itself or what it requires, has no period to start in. The commitment "
        "stays unmet.",
        changed("/pins/1", put("/projects/1/start/preferred", "2029-01")),
    ),
    "commitments_clash": warning(
        "“{one}”与“{two}”互斥,但必须运行的“{project}”和“{other}”(本身或通过依赖)需要它们。至少一项承诺无法满足。",
        "“{one}” and “{two}” exclude each other, but “{project}” and “{other}”, which must run, need both, themselves "
        "or through what they require. At least one stays unmet.",
        changed("/projects/0/excludes/0", put("/projects/0/excludes", ["P2"]), put("/pins/-", _AGAIN)),
    ),
    "baseline_empty": hint(
        "基线计划没有决策,变更成本和变更上限不起作用。请填入先前计划的 decisions 和 assignments。",
        "The baseline plan holds no decisions, so nothing counts as a change. Give the decisions and assignments of "
        "the earlier plan.",
        changed("/baseline/plan", put("/baseline/plan", {})),
    ),
    "baseline_projects_unknown": hint(
        "基线计划提到 {count} 个本场景没有的项目(例如“{id}”),不予考虑。",
        "The baseline plan speaks of {count} projects that this scenario does not have, such as “{id}”. They are "
        "ignored.",
        changed("/baseline/plan", put("/baseline/plan/decisions/-", {"project": "P9", "decision": "drop"})),
    ),
    "baseline_decision_twice": error(
        "基线计划对项目“{project}”有两个决策。请保留一个。",
        "The baseline plan decides on “{project}” twice. Keep one decision.",
        changed(
            "/baseline/plan/decisions/1/project",
            put("/baseline/plan/decisions/-", {"project": "P1", "decision": "drop"}),
        ),
    ),
    "baseline_role_twice": error(
        "基线计划在项目“{project}”的角色“{role}”上有两个人。请保留一个。",
        "The baseline plan names two people for the role “{role}” on “{project}”. Keep one.",
        changed(
            "/baseline/plan/assignments/1/role",
            put(
                "/baseline/plan/assignments",
                [
                    {"project": "P1", "role": "sponsor", "person": "S1"},
                    {"project": "P1", "role": "sponsor", "person": "S2"},
                ],
            ),
        ),
    ),
    "magnitude": error(
        "数额过大:{total}可能超出可精确计算的范围(2^62)。请改用更大的金额单位,或检查金额、价格和投入。",
        "The numbers are too large: {total} could pass what is computed exactly (2^62). Use a larger money unit, or "
        "check amounts, prices and efforts.",
        changed("/policy/balance", put("/policy/balance/0/price", 10**14)),
    ),
}
