"""Phrases written short: what begins alike is written once, `i hit, i keep hitting` as `i(hit,keep hitting)`."""

from collections.abc import Iterable
from typing import TypeAlias

Tree: TypeAlias = "dict[str, Tree]"  # word → what may follow; "" is an end


def fold(phrases: Iterable[str]) -> str:
    """Phrases of words without commas and brackets, as one text; scripts/search/phrases.js unfolds it."""
    tree: Tree = {}
    for phrase in phrases:
        branch = tree
        for word in phrase.split():
            branch = branch.setdefault(word, {})
        branch[""] = {}
    return _text(tree)


def _text(tree: Tree) -> str:
    return ",".join(_branch(word, after) for word, after in tree.items())


def _branch(word: str, after: Tree) -> str:
    if not word or after == {"": {}}:
        return word
    return f"{word} {_text(after)}" if len(after) == 1 else f"{word}({_text(after)})"
