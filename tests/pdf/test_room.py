"""Nothing runs off the paper, and nothing stands on something else, however long or wide it is written."""

import re
import subprocess
from itertools import combinations

import pytest
from paper import open_pdf
from test_filled import sheet

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>')
MARGIN = 20 * 72 / 25.4  # points, on both sides
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftskapitänsmützenabzeichen"
POINTS = " | ".join(["0 Not at all", *map(str, range(1, 10)), "10 Extremely comfortable"])
DAYS = " | ".join(["Time", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])


def table(heads: str, *firsts: str, cell: str = " ") -> str:
    """A table with these headings; each row begins with one of the words."""
    columns = heads.count("|") + 1
    rows = [f"| {first} " + f"| {cell} " * (columns - 1) + "|" for first in firsts]
    return "\n".join([f"| {heads} |", "|---" * columns + "|", *rows])


SHEETS = {
    "many blanks": " ".join(f"{day}: ____" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun") * 3),
    "a long label": f"{'How many kilometres did you ride, without the days of rain? ' * 4}: ____ and {LONG[:60]}: ____",
    "words after": f"I feel ____ {'because it matters to me ' * 9}",
    "a wide scale": table(f"How was the ride? | {POINTS}", "The saddle was fine.", LONG, cell="( )"),
    "a very wide scale": table(f"? | {POINTS} | Not sure at all | {LONG[:50]}", "The saddle.", cell="( )"),
    "many wide options": table(
        "Ride | Always | Often | Sometimes | Rarely | Extraordinarily | Never", "It", cell="( )"
    ),
    "a wide table": table(DAYS, "Morning", "Donaudampfschifffahrt"),
    "words wider than a column": table(f"{DAYS} | {LONG}", LONG, "Evening"),
    "a month": table("Day | Where | How far", *map(str, range(1, 32))),
    "a long scale": table("Ride | 1 Bad | 2 | 3 Good", *[f"On day {day}." for day in range(1, 32)], cell="( )"),
    "long words": f"{LONG}\n\n- [ ] {LONG}\n\n    - {LONG}\n\n> [!CAUTION]\n> {LONG}\n\n- ( ) {LONG}\n- ( ) No",
    "a long heading": f"## {LONG}\n\nWords.",
    "a deep list": "- [ ] One\n    - [ ] Two\n        - [ ] Three\n\n            Words below three.\n\n- [ ] Four",
}


def overlap(one: tuple, other: tuple) -> bool:
    """Whether two boxes (left, top, right, bottom) share more than a seam: lines of text stand close."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1.5 and high > 5.5


@pytest.mark.parametrize("body", SHEETS.values(), ids=SHEETS)
def test_nothing_runs_off_or_over(tmp_path, body):
    """Words stay within the margins; no word stands on another or on a field, and no field on another."""
    data = sheet(f"{body}\n\nName: ____", tmp_path)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True)
    wrong = []
    with open_pdf(data) as pdf:
        for page, text in zip(pdf.pages, run.stdout.split("<page ")[1:], strict=True):
            width, height = map(float, page.mediabox[2:])
            words = [(*map(float, found[:4]), found[4]) for found in WORD.findall(text)]
            rects = [list(map(float, one.Rect)) for one in page.obj.get("/Annots", []) if "/TU" in one]
            fields = [(x1, height - y2, x2, height - y1, "a field") for x1, y1, x2, y2 in rects]
            wrong += [one for one in words + fields if one[0] < MARGIN - 2 or one[2] > width - MARGIN + 2]
            wrong += [one for one in fields if one[3] > height - 50]
            wrong += [pair for pair in combinations(words + fields, 2) if overlap(*pair)]

    assert wrong == []


def test_the_header_of_a_long_table_is_repeated(tmp_path):
    """On its second page a table still says what belongs in its columns."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet(SHEETS["a month"], tmp_path))
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)

    assert [page.count("How far") for page in run.stdout.split("\f")[:2]] == [1, 1]


def test_widths_follow_headings_and_dashes(tmp_path):
    """A column with a short heading is narrow; an author's dashes say otherwise."""
    told = "| Who | What they will do | By when |\n|---|---|---|\n| | | |"
    widths = []
    for body in (told, told.replace("|---|---|---|", "|----|----|--------|")):
        with open_pdf(sheet(body, tmp_path)) as pdf:
            rects = [list(map(float, one.Rect)) for one in pdf.pages[0].obj.Annots if "/TU" in one]
            widths.append([right - left for left, _, right, _ in rects])

    assert widths[0][1] > 1.8 * widths[0][0] > 1.7 * widths[0][2]
    assert widths[1][2] > 1.8 * widths[1][0] > 1.7 * widths[1][1]


def test_two_people_have_as_much_room(tmp_path):
    """Headings of nearly one length have columns of one width."""
    for heads in ("The first of us | The other", "First one | Second one", "Ann | Bartholomew"):
        with open_pdf(sheet(f"| What | {heads} |\n|---|---|---|\n| Pay | | |", tmp_path)) as pdf:
            rects = [list(map(float, one.Rect)) for one in pdf.pages[0].obj.Annots if "/TU" in one]
        widths = [round(right - left) for left, _, right, _ in rects]

        assert (widths[0] == widths[1]) is not heads.startswith("Ann")
