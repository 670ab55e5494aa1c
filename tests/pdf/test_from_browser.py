"""How many lines a sheet has that is printed from its page."""

from guide.model.sheet import Blanks, Field, Room, SheetPart, Text, Title
from guide.pdf.document import parts_on_paper
from guide.pdf.from_browser import lines_from_browser


def rooms(number: int, lines: int = 2) -> tuple[SheetPart, ...]:
    """So many rooms to write, each below its heading."""
    headed = ((Title(2, ()), Room(Field(str(one), "Words"), lines)) for one in range(number))
    return tuple(part for pair in headed for part in pair)


def test_free_pages_are_shared_out():
    """A short sheet gets lines; all its rooms alike, but for one line."""
    for lines in lines_from_browser(rooms(4)).values():
        assert min(lines.values()) >= 3
        assert max(lines.values()) - min(lines.values()) <= 1


def test_the_shortest_room_comes_first():
    """What its author made longer stays so, and gets nothing before the others have as much."""
    lines = lines_from_browser((Room(Field("long", "Words"), 7), *rooms(2)))["letter"]

    assert lines["long"] == 7
    assert min(lines.values()) > 2


def test_one_page_stays_one():
    """Rooms that nearly fill a page get what is left of it, and no second page."""
    given = lines_from_browser(rooms(6))

    for paper, height in (("letter", 257), ("a4", 275)):
        assert sum(given[paper].values()) * 8.5 + 6 * 9.5 + 30 + 24 < height


def test_a_full_sheet_gets_none():
    """Where it takes a page more than it seems to, no line is added on Letter; A4 has three at the least, as ever."""
    given = lines_from_browser(rooms(17))

    assert set(given["letter"].values()) == {2}
    assert set(given["a4"].values()) == {3}


def test_words_and_blanks_are_counted():
    """What else stands on a sheet leaves less room."""
    others = (Text(()), Blanks((Field("name", "Name"),))) * 4

    assert sum(lines_from_browser((*others, *rooms(4)))["a4"].values()) < sum(
        lines_from_browser(rooms(4))["a4"].values()
    )


def test_no_room_has_fewer_lines_than_were_drawn(guide):
    """Nor fewer on A4 than on Letter, whatever the sheet."""
    wrong = []
    for sheet in guide.worksheets:
        parts = parts_on_paper(guide, sheet)
        given = lines_from_browser(parts)
        for room in (part for part in parts if isinstance(part, Room)):
            letter, a4 = given["letter"][room.field.name], given["a4"][room.field.name]
            wrong += [(sheet.id, room.field.name)] * (not room.lines <= letter <= a4)

    assert wrong == []
