"""Whatever readers in danger rest on is as somebody looked it over, and wrote it down (`_data/vouched.txt`)."""

from collections.abc import Iterator

from guide.checks.vouched.facts import facts_of
from guide.model.guide import VOUCHED, Guide
from guide.model.problems import Problem

OPENING = """\
# What readers in danger rest on, as somebody looked it over: whom to call, the ways to help, and where words of danger
# lead. `python -m guide vouch` writes down what holds now. Whoever merges a change looks up each line that is new, or
# gone. Nothing else is to be written here.
"""
WHY = "Somebody in danger may rest on it, so it changes only where somebody has looked it over."
WRITE = "PYTHONPATH=hooks python -m guide vouch"
NEW = f"Take it back; or look it over, and write it down:  {WRITE}  . Can’t you run that? Whoever merges it can."
GONE = f"Bring it back; or look it over, and write down what holds now:  {WRITE}  . Whoever merges it can do that, too."


def check_vouched(guide: Guide) -> Iterator[Problem]:
    """Of a guide that has such a list, or says in docs/_data/shape.yml that it has one."""
    source, listed = guide.data_file(VOUCHED), guide.data.get(VOUCHED)
    if not listed:
        if (guide.shape.get("safety") or {}).get("vouched"):
            why = "A change of a number, or of a way to help, would be noticed by nobody."
            yield Problem(source, 1, "Nobody has vouched for the ways to help.", why, f"Write it:  {WRITE}")
        return
    facts = facts_of(guide)
    says, known = {fact.says for fact in facts}, {*listed}
    for fact in facts:
        if fact.says not in known:
            yield Problem(fact.path, fact.line, f"Nobody has vouched for this: {fact.says}.", WHY, NEW)
    for line in listed:
        if line not in says:
            yield Problem(source, line.line, f"This was vouched for, and is not so any more: {line}.", WHY, GONE)


def render_vouched(guide: Guide) -> str:
    """The list, as it is for a guide now."""
    return OPENING + "".join(f"{fact.says}\n" for fact in facts_of(guide))
