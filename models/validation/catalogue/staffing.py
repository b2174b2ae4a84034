"""Findings on people and on what projects ask of them."""

from decimal import Decimal

from models.validation.catalogue.entry import Entry, changed, drop, error, hint, put, warning

_FIT = {"project": "P1", "role": "project_manager", "person": "E1", "value": 1}

STAFFING: dict[str, Entry] = {
    "capacity_length": error(
        "容量列表有 {entries} 项,而计划期有 {periods} 期。每期一项,或只写一个数。",
        "The capacity list has {entries} entries for {periods} periods. Give one entry per period, or a single number.",
        changed("/people/0/capacity", put("/people/0/capacity", [1, 1, 1])),
    ),
    "person_without_roles": hint(
        "“{person}”没有角色,不计入任何资源池,也不会被指派。请补充角色。",
        "“{person}” has no role, belongs to no pool and will not be assigned. Name a role.",
        changed("/people/1/roles", put("/people/1/roles", [])),
    ),
    "overbooked": warning(
        "“{person}”在 {period} 的已有占用为 {booked} FTE,超过上限 {limit}。该期上限将按占用计,不再安排新项目。",
        "“{person}” is booked for {booked} FTE in {period}, beyond the limit of {limit}. That level becomes the limit "
        "there, with room for nothing else. Check the bookings or the capacity.",
        changed("/people/0/bookings", put("/people/0/bookings/0/effort", Decimal("1.2"))),
    ),
    "skill_nobody_has": warning(
        "没有人具备技能“{skill}”。请检查写法,或补充人员技能。",
        "Nobody has the skill “{skill}”. Check how it is written, or add it to somebody.",
        changed(
            "/projects/0/staffing/0/skills/industry:finence",
            put("/projects/0/staffing/0/skills", {"industry:finence": 2}),
        ),
    ),
    "language_nobody_speaks": warning(
        "没有人会语言“{language}”。请检查写法,或补充人员语言。",
        "Nobody speaks “{language}”. Check how it is written, or add it to somebody.",
        changed("/projects/0/staffing/0/languages/0", put("/projects/0/staffing/0/languages", ["fr"])),
    ),
    "duration_missing": error(
        "项目“{project}”没有工期(duration),或工期为 0。请填写期数。",
        "“{project}” has no duration, or one of 0 periods. Say how many periods it takes.",
        changed("/projects/0/duration", drop("/projects/0/duration")),
    ),
    "profile_length": error(
        "项目“{project}”的投入列表有 {entries} 项,而工期为 {duration} 期。每期一项,或只写一个数。",
        "An effort profile of “{project}” has {entries} entries for {duration} periods. Give one entry per project "
        "period, or a single number.",
        changed("/projects/0/staffing/0/effort", put("/projects/0/staffing/0/effort", [1, 1])),
    ),
    "role_twice": error(
        "角色“{role}”在同一项目中要求了两次。请合并,或使用另一个角色。",
        "The role “{role}” is asked for twice. Ask for it once, or use another role.",
        changed("/projects/0/staffing/1/role", put("/projects/0/staffing/1/role", "project_manager")),
    ),
    "effort_twice": error(
        "投入和评审次数只能写一种。请删去其中一种。",
        "Effort and reviews are both given. Keep one of them.",
        changed("/projects/0/staffing/1", put("/projects/0/staffing/1/effort", Decimal("0.1"))),
    ),
    "effort_absent": warning(
        "角色“{role}”没有写投入,按 0 计。请填写 effort。",
        "No effort is given for the role “{role}”: it counts as 0. Give effort.",
        changed("/projects/0/staffing/0", drop("/projects/0/staffing/0/effort")),
    ),
    "reviews_incomplete": warning(
        "角色“{role}”缺少 {field},投入按 0 计。请补上。",
        "The role “{role}” lacks {field}: its effort counts as 0. Add it.",
        changed("/projects/0/staffing/1", drop("/projects/0/staffing/1/hours_per_review")),
    ),
    "hours_per_fte_missing": error(
        "有 {count} 处按评审次数计投入,但没有每 FTE 每期的小时数。请填写 policy.hours_per_fte。",
        "{count} roles state reviews, but not how many hours one FTE has in a period. Give policy.hours_per_fte.",
        changed("/policy/hours_per_fte", drop("/policy/hours_per_fte")),
    ),
    "incumbent_twice": error(
        "“{person}”在同一项目中既任“{other}”又任“{role}”。一人最多担任一个角色。",
        "“{person}” is the incumbent of both “{other}” and “{role}”. One person holds one role on a project.",
        changed(
            "/projects/2/incumbents/sponsor",
            put("/projects/2/incumbents/sponsor", "E1"),
            put("/projects/2/staffing/-", {"role": "sponsor", "effort": Decimal("0.1")}),
        ),
    ),
    "incumbent_not_asked": warning(
        "项目“{project}”没有要求角色“{role}”,其现任人员不起作用。请补充人员要求或删去该现任。",
        "“{project}” does not ask for the role “{role}”: its incumbent has no effect. Add the role to the staffing, or "
        "take the incumbent out.",
        changed("/projects/2/incumbents/sponsor", put("/projects/2/incumbents/sponsor", "S1")),
    ),
    "incumbent_lacks_role": hint(
        "“{person}”在项目“{project}”中任“{role}”,但其角色中没有它。请确认。",
        "“{person}” holds the role “{role}” on “{project}” but does not list it among their roles. Check it.",
        changed("/projects/2/incumbents/project_manager", put("/projects/2/incumbents/project_manager", "S1")),
    ),
    "incumbent_missing": hint(
        "在途项目“{project}”的角色“{role}”没有现任人员,将重新指派。如已有人,请填入 incumbents。",
        "“{project}” is in flight, but nobody is named for the role “{role}”: somebody will be chosen. If somebody "
        "holds it already, name them in incumbents.",
        changed("/projects/2", drop("/projects/2/incumbents")),
    ),
    "stop_ignored": hint(
        "“{project}”是候选项目,{field} 只对在途项目有效。",
        "“{project}” is a candidate: {field} means something for projects in flight only.",
        changed("/projects/0/stop_cost", put("/projects/0/stop_cost", 5)),
    ),
    "staffing_empty": hint(
        "项目“{project}”没有要求任何人员。请确认。",
        "“{project}” asks for nobody. Check that this is meant.",
        changed("/projects/0/staffing", drop("/projects/0/staffing"), put("/pins", [])),
    ),
    "fit_twice": error(
        "同一项目、角色和人员({project}、{role}、{person})的 fit 写了两次,首次在 {first}。请保留一条。",
        "Two fit rows speak of {project}, {role}, {person}; the first is {first}. Keep one.",
        changed("/fit/1", put("/fit/-", _FIT)),
    ),
    "fit_role_not_asked": hint(
        "项目“{project}”没有要求角色“{role}”,这条 fit 不起作用。",
        "“{project}” does not ask for the role “{role}”: the row has no effect.",
        changed("/fit/0/role", put("/fit/0", {"project": "P3", "role": "sponsor", "person": "S1"})),
    ),
    "fit_person_lacks_role": hint(
        "“{person}”不具备角色“{role}”,这条 fit 不起作用(fit 不能授予角色)。",
        "“{person}” does not have the role “{role}”, and fit cannot grant it: the row has no effect.",
        changed("/fit/0/person", put("/fit/0/person", "S1")),
    ),
    "nobody_eligible": warning(
        "项目“{project}”的角色“{role}”没有合格人员,因此无法立项或继续。{people} 人具备该角色,排除人数最多的是"
        "{requirement}{name}({excluded} 人)。请放宽该要求,或增加人员。",
        "Nobody can fill the role “{role}” on “{project}”, so it cannot run. {people} have the role; what keeps most "
        "of them out is {requirement} {name} ({excluded}). Relax it, or add people.",
        changed("/projects/0/staffing/0", put("/projects/0/staffing/0/min_grade", 9)),
    ),
}
