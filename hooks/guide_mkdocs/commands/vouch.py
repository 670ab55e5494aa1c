"""`python -m guide vouch`: write down what readers in danger rest on, for whoever merges it to look over."""

from pathlib import Path

from guide.checks.vouched.check import OPENING, render_vouched
from guide.model.guide import VOUCHED, Guide
from guide.model.voices import visible


def vouch(guide: Guide) -> int:
    """Write the list anew, and say what is new in it and what has gone."""
    path = Path(guide.data_file(VOUCHED))
    text = render_vouched(guide)
    before, now = {*(guide.data.get(VOUCHED) or [])}, {*text.removeprefix(OPENING).splitlines()}
    for sign, some in (("-", before - now), ("+", now - before)):
        print("".join(f"{sign} {visible(one)}\n" for one in sorted(some)), end="")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return 0
