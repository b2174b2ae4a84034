"""Which language to speak: what `--lang` says, else the locale, else English."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from models.rules import Language


class LanguageName(StrEnum):
    """The languages there are."""

    ZH = "zh"
    EN = "en"


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of a command line. The last `--lang` counts; an unknown one is left to the option to refuse."""
    asked = ""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    if asked in tuple(LanguageName):
        return "zh" if asked == LanguageName.ZH else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "en"
