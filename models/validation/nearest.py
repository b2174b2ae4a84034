"""The nearest name: what somebody probably meant."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cached_property

from models.record import folded

_LONGEST = 40
_LIKENESS = 0.7
_MOST_SIGNS = 2_000_000


def nearest_word(word: str, words: Collection[str]) -> str | None:
    """The most similar of a few words, if any is similar at all."""
    if len(word) > _LONGEST:
        return None
    by_fold = {_bare(each): each for each in words}
    if _bare(word) in by_fold:
        return by_fold[_bare(word)]
    matches = get_close_matches(_bare(word), by_fold, n=1, cutoff=_LIKENESS)
    return by_fold[matches[0]] if matches else None


def _bare(word: str) -> str:
    return folded(word).replace("-", "").replace("_", "").replace(" ", "")


def _with_one_sign_less(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


class Names:
    """Many ids, asked for the one that is a slip of the keyboard away.

    Two words that differ by one sign more, less or changed, or by two neighbours exchanged, become equal when each
    loses at most one sign; so the words are indexed by what is left of them (symmetric deletion, as in spelling
    correction). Only a single such id is named: among numbered ids a guess would be as good as another.
    """

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    @cached_property
    def _by_bare_form(self) -> dict[str, str]:
        return {_bare(name): name for name in self._names}

    @cached_property
    def _by_rest(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        if sum(map(len, self._names)) > _MOST_SIGNS:
            return index  # it has an entry for each sign
        for name in self._names:
            if len(name) <= _LONGEST:
                for rest in _with_one_sign_less(folded(name)):
                    index.setdefault(rest, set()).add(name)
        return index

    def nearest(self, name: str) -> str | None:
        """The id that was probably meant: alike but for case and separators, or the only one a slip away."""
        if len(name) > _LONGEST:
            return None
        alike = self._by_bare_form.get(_bare(name))
        if alike is not None:
            return alike
        near = {found for rest in _with_one_sign_less(folded(name)) for found in self._by_rest.get(rest, ())}
        return near.pop() if len(near) == 1 else None
