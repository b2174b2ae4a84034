"""Whole texts of JSON."""

from tests.models.validation.base_document import TEXT

TEXTS: dict[str, tuple[str | bytes, str, str]] = {
    "nothing": ("", "document_empty", ""),
    "blanks": (b" \r\n\t", "document_empty", ""),
    "only a byte order mark": (b"\xef\xbb\xbf", "document_empty", ""),
    "not JSON": ("{schema: 1}", "not_json", ""),
    "cut off": (TEXT[:-40], "not_json", ""),
    "two documents": (TEXT + TEXT, "not_json", ""),
    "a list": ("[]", "not_an_object", ""),
    "a number": ("5", "not_an_object", ""),
    "null": ("null", "not_an_object", ""),
    "NaN alone": ("NaN", "number_not_finite", ""),
    "UTF-16": (TEXT.encode("utf-16"), "not_utf8", ""),
    "GBK": (TEXT.encode("gb18030"), "not_utf8", ""),
    "deep beyond any stack": ("[" * 200_000, "nesting_too_deep", ""),
    "33 levels": ("[" * 33 + "]" * 33, "nesting_too_deep", "/0" * 32),
    "NaN": (TEXT.replace('"load_cap": 1.2', '"load_cap": NaN'), "number_not_finite", "/policy/load_cap"),
    "minus Infinity": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": -Infinity'),
        "number_not_finite",
        "/policy/load_cap",
    ),
    "1e999": (TEXT.replace('"load_cap": 1.2', '"load_cap": 1e999'), "number_too_large", "/policy/load_cap"),
    "an exponent beyond decimals": (
        TEXT.replace('"load_cap": 1.2', f'"load_cap": 1e{"9" * 30}'),
        "number_too_large",
        "/policy/load_cap",
    ),
    "a tiny exponent": (
        TEXT.replace('"load_cap": 1.2', f'"load_cap": 1e-{"9" * 30}'),
        "too_many_decimals",
        "/policy/load_cap",
    ),
    "a number of 10,000 digits": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": ' + "1" * 10_000),
        "number_too_large",
        "/policy/load_cap",
    ),
    "10,000 decimals": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": 0.' + "1" * 10_000),
        "too_many_digits",
        "/policy/load_cap",
    ),
    "19 digits": (
        TEXT.replace('"pursuit_cost": 4', '"pursuit_cost": 1234567890123456789'),
        "too_many_digits",
        "/projects/0/value/pursuit_cost",
    ),
    "a key twice": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": 1.2, "load_cap": 1.1'),
        "duplicate_key",
        "/policy/load_cap",
    ),
    "a lone surrogate": (TEXT.replace("金融云", "\\ud83d"), "lone_surrogate", "/projects/0/name"),
    "a raw lone surrogate": (TEXT.replace("金融云", "\ud83d"), "lone_surrogate", "/projects/0/name"),
}
