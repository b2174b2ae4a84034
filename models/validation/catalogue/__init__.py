"""Every finding there is: code, severity, sentence in Chinese and English, and an example that brings it about."""

from typing import Any

from models.findings import Finding
from models.rules import Language
from models.validation.catalogue.base import EXAMPLE
from models.validation.catalogue.commitments import COMMITMENTS
from models.validation.catalogue.entry import Entry, Example
from models.validation.catalogue.market import MARKET
from models.validation.catalogue.policy import POLICY
from models.validation.catalogue.reading import READING
from models.validation.catalogue.shape import SHAPE
from models.validation.catalogue.staffing import STAFFING
from models.validation.catalogue.structure import STRUCTURE
from models.validation.catalogue.words import word

__all__ = ["CATALOGUE", "EXAMPLE", "Entry", "Example", "text_of"]

CATALOGUE: dict[str, Entry] = {
    **READING,
    **SHAPE,
    **STRUCTURE,
    **STAFFING,
    **MARKET,
    **POLICY,
    **COMMITMENTS,
}

_NEAREST: dict[Language, str] = {"zh": "是否应为“{nearest}”?", "en": " Did you mean “{nearest}”?"}
_KNOWN: dict[Language, str] = {"zh": "可用字段:{known}。", "en": " Known are: {known}."}


def text_of(finding: Finding, language: Language) -> str:
    """The finding in a sentence or two: what is wrong, and how to mend it."""
    entry = CATALOGUE[finding.code]
    params = {name: _said(name, value, language) for name, value in finding.params.items()}
    if "known" in params:
        params["known"] = _KNOWN[language].format(known=params["known"]) if params["known"] else ""
    text = (entry.zh if language == "zh" else entry.en).format(**params)
    return text + _NEAREST[language].format(**params) if params.get("nearest") else text


def _said(param: str, value: Any, language: Language) -> str:
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(str(item) for item in value)
    return word(param, value, language) if isinstance(value, str) else str(value)
