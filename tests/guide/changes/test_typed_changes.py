"""The summary of a change tells which lines of danger are gone, which new ones speak as these, and who is unheard."""

import json

import pytest
from guide.changes.alarm import AlarmChange, alarm_change, call_out_alarm, tell_alarm
from guide.changes.compare import changes_of
from guide.changes.snapshot import snapshot_of
from guide.changes.summary import render_changes
from guide.changes.typed import MOST, OTHERS
from guide.changes.unheard import learnt_kept, unheard
from guide.search.alarm import Alarm, alarm_of
from guide.search.learn import Learnt
from guide.search.marks import Marks
from guide.site.loader import load_guide

DANGER = ["he hits me with a belt", "he hits me at night", "she follows me to work", "he put a camera in the bedroom"]
CALM = ["who cooks dinner tonight", "which sofa to buy for us", "what film is good for two", "a walk in the rain"]
FILES = {
    "index.md": "# Home\n\n[Help](help.md) [Calls](calls.md)\n",
    "help.md": "---\nkind: safety\ntab: Help\n---\n# Help\n\nCall.\n",
    "calls.md": "---\nkind: safety\ntab: Help\n---\n# Calls\n\nCall.\n",
    "_data/typed/in-danger.txt": "## help.md\n" + "\n".join(DANGER) + "\n",
    "_data/typed/in-no-danger.txt": "\n".join(CALM) + "\n",
    "_data/typed/elsewhere.txt": "bus to town\nprice of a belt\n",
    "_data/alarms.txt": "he hits me hard\n",
}
CALM_FILE = "docs/_data/typed/in-no-danger.txt"


def summary(*, calm: tuple[str, ...] = (), danger: str = FILES["_data/typed/in-danger.txt"]) -> str:
    """What is said of these lines more, and of the lines of danger where they are others."""
    calm_lines = FILES["_data/typed/in-no-danger.txt"] + "".join(f"{line}\n" for line in calm)
    changed = {"_data/typed/in-danger.txt": danger, "_data/typed/in-no-danger.txt": calm_lines}
    before, after = (
        json.loads(json.dumps(snapshot_of(load_guide(files)[0], {}, []))) for files in (FILES, {**FILES, **changed})
    )
    return render_changes(changes_of(before, after, load_guide({**FILES, **changed})[0]))


def typed(**changed) -> list[str]:
    """What is said below the heading of what people type, without the count of the alarm."""
    lines = summary(**changed).partition("## What people type\n\n")[2].partition("\n\n")[0].splitlines()
    return lines[next((at for at, line in enumerate(lines) if line.startswith("- `")), len(lines)) :]


def test_nothing_is_said_of_what_stays():
    """No heading."""
    assert "## What people type" not in summary()


def test_new_lines_that_speak_as_danger_does_are_first():
    """However many harmless ones stand before them, and whichever list they are put into."""
    flood = tuple(f"who cooks dinner number {n}" for n in range(OTHERS + 20))
    said = summary(calm=(*flood, "he put a camera in the bedroom for the cat", "she hits the belt drum"))
    lines = said.partition("- `docs/_data/typed/in-no")[2].splitlines()

    assert lines[0] == f"-danger.txt`: 2 new lines speak as lines of danger do, and {OTHERS + 20} do not"
    assert lines[1:3] == ["    - “he put a camera in the bedroom for the cat”", "    - “she hits the belt drum”"]
    assert f"20 of {OTHERS + 20} lines of `{CALM_FILE}` that are not near danger" in said.splitlines()[2]
    assert said.count("dinner number") == OTHERS


def test_lines_of_danger_that_are_gone():
    """Each of them; and where others lead, as a number."""
    gone = FILES["_data/typed/in-danger.txt"].replace("he hits me at night\n", "")
    moved = "## help.md\n" + "\n".join(DANGER[:2]) + "\n\n## calls.md\n" + "\n".join(DANGER[2:]) + "\n"

    assert typed(danger=gone) == [
        "- `docs/_data/typed/in-danger.txt` has lost 1 lines of danger",
        "    - “he hits me at night”",
    ]
    assert typed(danger=moved)[1:] == ["    - 2 lead to calls.md, no more to help.md"]


def test_lines_in_no_danger_that_lead_elsewhere(monkeypatch):
    """Beside a new one, which is told, nobody would look for them."""
    monkeypatch.setitem(
        FILES, "_data/typed/in-no-danger.txt", f"## index.md\n{CALM[0]}\n{CALM[1]}\n## calls.md\n{CALM[2]}\n"
    )
    kept = FILES["_data/typed/in-no-danger.txt"]
    base = json.loads(json.dumps(snapshot_of(load_guide(FILES)[0], {}, [])))
    monkeypatch.setitem(
        FILES, "_data/typed/in-no-danger.txt", kept.replace(f"{CALM[1]}\n## calls.md", f"## calls.md\n{CALM[1]}")
    )
    guide, _ = load_guide({**FILES, "_data/typed/in-no-danger.txt": f"{FILES['_data/typed/in-no-danger.txt']}tea\n"})
    said = render_changes(changes_of(base, json.loads(json.dumps(snapshot_of(guide, {}, []))), guide))

    assert "    - 1 lead to calls.md, no more to index.md" in said.splitlines()


def test_a_flood_of_near_lines_is_counted():
    """How many of them are left out stands at the top."""
    said = summary(calm=tuple(f"he hits me with a belt {n}" for n in range(MOST + 5)))

    assert f"5 of {MOST + 5} lines of `{CALM_FILE}` that are nearest to danger" in said.splitlines()[2]


def margins(**typed: float) -> dict[str, dict[str, float]]:
    """What a snapshot keeps of these, each as a query of its own."""
    return {"typed": dict(typed), "listed": {"listed": typed.get("listed", 5.0)}}


MANY = {f"a{n}": 3.5 for n in range(4000)}


@pytest.mark.parametrize(
    ("after", "is_called_out"),
    [
        ({}, False),
        ({f"a{n}": -0.2 for n in range(79)}, False),
        ({f"a{n}": -0.2 for n in range(90)}, True),
        ({"a1": -0.6, "a2": -0.6}, False),
        ({"a1": -0.6, "a2": -0.6, "a3": -0.6}, True),
        ({"listed": 2.0}, False),
        ({"listed": 0.9}, True),
    ],
)
def test_only_more_than_chance_is_called_out(after, is_called_out):
    """Some fall silent by chance, few fall far; what must raise the alarm does not come close to silence."""
    change = alarm_change(margins(**MANY, listed=5.0), margins(**{**MANY, "listed": 5.0, **after}))

    assert change.is_called_out is is_called_out
    assert bool(call_out_alarm(change)) is is_called_out


def test_those_that_fell_most_are_told():
    """With their margins, twenty of them, and the count always."""
    after = {**MANY, **{f"a{n}": -1.0 - n / 10 for n in range(30)}}
    change = alarm_change(margins(**MANY), margins(**after))
    said = [*tell_alarm(change)]

    assert "Of 4000 lines of danger that raised the alarm by their words alone, 30 do so no more" in said[0]
    assert said[1] == "    - “a29”: +3.5 → -3.9"
    assert len(said) == 21
    assert call_out_alarm(change)[0].startswith("**People in danger may be heard no more. Of 4000")


def test_the_beginning_of_a_new_line_that_is_unheard_is_called_out():
    """Where it was plainly heard before: who types only that is in danger."""
    heard, deaf = (Alarm(Learnt({}, start), Marks([], [])) for start in (5.0, -5.0))
    [found, *more] = unheard(json.loads(json.dumps(learnt_kept(heard))), deaf, ["he put it on for the cat", "no line"])
    said = alarm_change({**margins(), "learnt": learnt_kept(heard)}, margins())

    assert (found, more) == (("he put it", 5.0, -5.0), [])
    assert unheard(learnt_kept(heard), heard, ["he put it on for the cat"]) == []
    assert unheard(learnt_kept(Alarm(Learnt({}, 2.9), Marks([], []))), deaf, ["he put it on for the cat"]) == []
    assert said.beginnings == ()
    told = AlarmChange(asked=4000, beginnings=(found,), is_another=True)
    assert "What 1 new lines in no danger begin with was plainly heard" in call_out_alarm(told)[0]
    assert [*tell_alarm(told)][1] == "    - “he put it”: +5.0 → -5.0 **So begins a new line.**"


def test_what_chance_silences_is_a_number():
    """No line of it is told."""
    change = alarm_change(margins(**MANY), margins(**{**MANY, "a1": -0.2}))

    assert ["1 do so no more" in line for line in tell_alarm(change)] == [True]


@pytest.mark.parametrize("query", [*DANGER, *CALM, "i cook and he hits me", "a belt", ""])
def test_a_margin_is_where_the_alarm_falls_silent(query):
    """As the search raises it, as a whole or in one clause."""
    alarm = alarm_of(load_guide(FILES)[0])
    margin = alarm.margin(query)

    assert alarm.is_raised(query, margin - 0.001)
    assert not alarm.is_raised(query, margin + 0.001)


def test_a_line_that_is_danger_no_more_is_asked():
    """By what the guide has learnt now; without any such lines all are silent."""
    said = summary(danger="## help.md\nthe tide\n")
    nothing = summary(danger="")

    assert "**People in danger may be heard no more. Of 4 lines" in said
    assert "“he hits me with a belt”: +" in said
    assert "→ -99.0" in nothing


def test_a_snapshot_of_before():
    """Where no margins were kept, nothing can be told of them."""
    guide = load_guide(FILES)[0]
    head = json.loads(json.dumps(snapshot_of(guide, {}, [])))
    change = alarm_change({}, head["alarm"])

    assert change == AlarmChange()
    assert [*tell_alarm(change)] == []
