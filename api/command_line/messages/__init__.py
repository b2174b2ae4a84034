"""Every sentence and word of the command line, in Chinese and English, by topic."""

from api.command_line.messages import errors, explain, findings, help, search, summary, tables
from models.rules import Language

MESSAGES: dict[str, tuple[str, str]] = {
    **help.MESSAGES,
    **errors.MESSAGES,
    **explain.MESSAGES,
    **findings.MESSAGES,
    **search.MESSAGES,
    **summary.MESSAGES,
    **tables.MESSAGES,
}


def text(key: str, language: Language, /, **params: object) -> str:
    """The message in a language. Raises KeyError for a key or parameter that is not there."""
    chinese, english = MESSAGES[key]
    return (chinese if language == "zh" else english).format(**params)
