"""Findings on fields, types and single values."""

from decimal import Decimal

from models.validation.catalogue.entry import Entry, changed, drop, error, put

SHAPE: dict[str, Entry] = {
    "schema_unknown": error(
        "schema 应为“{expected}”。",
        "The schema should be “{expected}”.",
        changed("/schema", put("/schema", "scenario/9")),
    ),
    "field_missing": error(
        "缺少字段“{field}”。请补上。",
        "The field “{field}” is missing. Add it.",
        changed("/people/1/unit", drop("/people/1/unit")),
    ),
    "field_unknown": error(
        "没有“{field}”这个字段。{known}",
        "There is no field “{field}” here.{known}",
        changed("/people/1/max_project", put("/people/1/max_project", 3)),
    ),
    "not_a_number": error(
        "应为数字。文本形式的数字请去掉引号。",
        "A number is expected. Take a number that is written as text out of its quotation marks.",
        changed("/projects/0/staffing/0/effort", put("/projects/0/staffing/0/effort", "0.5")),
    ),
    "number_not_finite": error(
        "应为有限的数字,不能是 NaN 或无穷大。",
        "A finite number is expected, not NaN or infinity.",
        changed("/projects/0/value/amount", put("/projects/0/value/amount", Decimal("NaN"))),
    ),
    "number_too_small": error(
        "数字过小:至少为 {limit}。",
        "The number is too small: at least {limit}.",
        changed("/people/0/grade", put("/people/0/grade", -1)),
    ),
    "number_too_large": error(
        "数字过大:最多为 {limit}。",
        "The number is too large: at most {limit}.",
        changed("/projects/0/value/win_probability", put("/projects/0/value/win_probability", 40)),
    ),
    "too_many_decimals": error(
        "小数位过多:最多 {decimals} 位。请四舍五入。",
        "Too many decimals: at most {decimals}. Round the number.",
        changed("/policy/balance/0/price", put("/policy/balance/0/price", Decimal("20.25"))),
    ),
    "too_many_digits": error(
        "有效数字过多:最多 {digits} 位。请四舍五入。",
        "Too many significant digits: at most {digits}. Round the number.",
        changed("/projects/0/value/amount", put("/projects/0/value/amount", 1234567890123456789)),
    ),
    "not_text": error(
        "应为文本。编号即使全是数字也要加引号。",
        "Text is expected. An id needs quotation marks even if it is made of digits.",
        changed("/roles/0/name", put("/roles/0/name", 12)),
    ),
    "not_true_or_false": error(
        "应为 true 或 false,不加引号。",
        "true or false is expected, without quotation marks.",
        changed("/projects/0/mandated", put("/projects/0/mandated", "true")),
    ),
    "not_a_list": error(
        "应为列表([ … ])。只有一项也要放在列表里。",
        "A list ([ … ]) is expected, even for a single item.",
        changed("/people/1/languages", put("/people/1/languages", "zh")),
    ),
    "not_a_table": error(
        "应为表({{ … }}),由键和值组成。",
        "A table ({{ … }}) of keys and values is expected.",
        changed("/people/0/skills", put("/people/0/skills", ["industry:finance"])),
    ),
    "not_a_record": error(
        "应为一组字段({{ … }})。",
        "A record with fields ({{ … }}) is expected.",
        changed("/horizon", put("/horizon", "2027")),
    ),
    "word_unknown": error(
        "不认识这个词。可用:{words}。",
        "This word is not known. Known are: {words}.",
        changed("/pins/1/decision", put("/pins/1/decision", "initate")),
    ),
    "id_length": error(
        "编号应有 1 到 {longest} 个字符,现有 {length} 个。",
        "An id has 1 to {longest} characters, not {length}.",
        changed("/projects/0/id", put("/projects/0/id", "")),
    ),
    "id_characters": error(
        "编号中含有看不见的字符 {character}。请删去它。",
        "The id holds the invisible character {character}. Take it out.",
        changed("/people/0/id", put("/people/0/id", "E1\u202e")),
    ),
    "period_malformed": error(
        "期间应写成 2027-01(月)、2027-Q1(季)或 2027-W05(周)。",
        "A period is written 2027-01 (month), 2027-Q1 (quarter) or 2027-W05 (week).",
        changed("/horizon/start", put("/horizon/start", "2027-1")),
    ),
}
