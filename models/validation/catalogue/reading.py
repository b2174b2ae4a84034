"""Findings on files and texts, before anything is known of their meaning."""

from models.validation.catalogue.entry import (
    Entry,
    Example,
    changed,
    changed_much,
    error,
    filed,
    hint,
    put,
    warning,
    written,
)

_DEEP = b'{"schema": ' + b"[" * 40 + b"]" * 40 + b"}"

READING: dict[str, Entry] = {
    "file_missing": error(
        "没有这个文件。请检查路径。",
        "There is no such file. Check the path.",
        filed("absent.json", None),
    ),
    "file_not_readable": error(
        "文件无法读取({cause})。请检查它是否为普通文件、是否有读取权限。",
        "The file cannot be read ({cause}). Check that it is a plain file and that you may read it.",
        filed("folder.json/", None),
    ),
    "file_kind_unknown": error(
        "无法识别文件类型。请使用 .json、.yaml 或 .yml 文件。",
        "This kind of file is not known. Use .json, .yaml or .yml.",
        filed("scenario.docx", b"{}"),
    ),
    "document_too_large": error(
        "文档过大:最多 {megabytes} MB 或两千万个值。请删去不需要的内容,例如基线计划中决策和人员以外的部分。",
        "The document is too large: at most {megabytes} MB or 20 million values. Leave out what is not needed, such "
        "as the parts of the baseline plan other than decisions and assignments.",
        Example("", lambda: b" " * (64 * 2**20 + 1)),
    ),
    "record_too_large": error(
        "内容过多:一条记录最多 {values} 个值。请检查是否误放了整份数据。",
        "One record holds more than {values} values. Check that it is what belongs here.",
        changed_much("/people/0", lambda: put("/people/0/languages", ["zh"] * 100_001)),
    ),
    "reading_stopped": error(
        "错误超过 {errors} 个,读到此处为止,其余未检查。请先改正已列出的错误。",
        "After more than {errors} errors reading stopped here; the rest was not checked. Mend the listed ones first.",
        changed_much("/people", lambda: put("/people", [{}] * 11_000)),
    ),
    "not_utf8": error(
        "文件不是 UTF-8 编码(第 {offset} 个字节起无法识别),可能是 GBK 或 UTF-16。请另存为 UTF-8。",
        "The file is not UTF-8 (unreadable from byte {offset} on), perhaps GBK or UTF-16. Save it as UTF-8.",
        written('{"name": "年度"}'.encode("gb18030")),
    ),
    "document_empty": error(
        "文档是空的。",
        "The document is empty.",
        written(b" \n"),
    ),
    "not_json": error(
        "第 {line} 行第 {column} 列不是合法的 JSON。常见原因:少了逗号或引号、多了末尾的逗号。",
        "Not JSON at line {line}, column {column}. Often a comma or quotation mark is missing, or a comma too many "
        "stands before a closing bracket.",
        written(b'{"schema": "scenario/1",}'),
    ),
    "not_yaml": error(
        "第 {line} 行第 {column} 列不是合法的 YAML。请检查缩进和引号。",
        "Not YAML at line {line}, column {column}. Check indentation and quotation marks.",
        filed("broken.yaml", b"name: [1, 2\nunits: }\n"),
    ),
    "yaml_tag": error(
        "不接受 YAML 标签(以 ! 开头)。请直接写出值。",
        "YAML tags (words beginning with !) are not accepted. Write the plain value.",
        filed("tag.yaml", b"schema: scenario/1\nname: !!str 12\n", "/name"),
    ),
    "yaml_key_not_text": error(
        "第 {line} 行第 {column} 列的键不是文本。列表或表不能作为键。",
        "The key at line {line}, column {column} is no text. A list or table cannot be a key.",
        filed("key.yaml", b"? [a, b]\n: 1\n"),
    ),
    "yaml_alias": error(
        "第 {line} 行第 {column} 列的引用(*)没有对应的锚点、指向自身,或展开后过大。请直接写出值。",
        "The alias (*) at line {line}, column {column} has no anchor, holds itself, or grows too large when written "
        "out. Write the value instead.",
        filed("alias.yaml", b"name: &a [*a]\n"),
    ),
    "nesting_too_deep": error(
        "嵌套过深:最多 {levels} 层。",
        "Lists and tables are nested too deeply: at most {levels} levels.",
        written(_DEEP, "/schema" + "/0" * 31),
    ),
    "duplicate_key": error(
        "字段“{field}”写了不止一次。请只保留一个。",
        "The field “{field}” stands more than once. Keep one of them.",
        written(b'{"schema": "scenario/1", "name": "a", "name": "b"}', "/name"),
    ),
    "lone_surrogate": error(
        "文本中含有不完整的字符(半个代理对)。请重新输入该文本。",
        "The text holds a broken character (half a surrogate pair). Type the text again.",
        written(b'{"schema": "scenario/1", "name": "\\ud800"}', "/name"),
    ),
    "key_not_text": error(
        "表的键不是文本。",
        "A key of the table is no text.",
        changed("/people/0/skills", put("/people/0/skills", {1: 2})),
    ),
    "not_a_json_value": error(
        "该值不是文本、数字、真假值、列表或表。",
        "The value is no text, number, truth value, list or table.",
        changed("/name", put("/name", b"bytes")),
    ),
    "null_item": error(
        "列表中有空项(null)。请删去该项。",
        "The list holds an empty item (null). Take it out.",
        changed("/people/4", put("/people/-", None)),
    ),
    "not_an_object": error(
        "文档应为一个表({{ … }}),其中 schema 为 scenario/1。",
        "The document should be one table ({{ … }}) whose schema is scenario/1.",
        written(b"[]"),
    ),
    "more_errors": error(
        "另有 {count} 条问题未列出,其中有错误。请先改正已列出的问题。",
        "{count} more findings are not listed, errors among them. Mend the listed ones first.",
        changed_much("", lambda: put("/people", [{"id": f"X{place}"} for place in range(2000)])),
    ),
    "more_warnings": warning(
        "另有 {count} 条提醒未列出。",
        "{count} more warnings and hints are not listed.",
        changed_much(
            "", lambda: put("/targets", [{"id": f"X{place}", "product": "none", "amount": 1} for place in range(2000)])
        ),
    ),
    "more_hints": hint(
        "另有 {count} 条提示未列出。",
        "{count} more hints are not listed.",
        changed_much("", lambda: put("/goals", [{"id": "G1"}, *({"id": f"X{place}"} for place in range(2000))])),
    ),
}
