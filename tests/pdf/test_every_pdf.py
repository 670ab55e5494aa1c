"""Every PDF of the real guide: seen, heard, filled in, and made again to the byte."""

import hashlib
import io
import re
import shutil
import subprocess

import pypdf
import pytest
from conftest import once
from guide.pdf.faults import faults_of
from guide.pdf.jobs import jobs_of
from guide.pdf.make import Press
from guide.pdf.widgets import CHECK, CHOICE, ROOM
from our_papers import FOLDER, GUIDE, JOBS, SHEETS, SHEETS_SAY, TO_FILL_IN, expected, widgets
from paper import CHECKS, open_pdf
from pikepdf import Name

pytestmark = pytest.mark.xdist_group("pdfs")  # made for all of them, which takes long
KILOBYTES = {True: 60, False: 1024}


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    """A press with nothing kept from before this run; what the tests of one worker have made, the others find there."""
    return Press(FOLDER, once(tmp_path_factory, "pdfs", lambda folder: Press(FOLDER, folder).make(list(JOBS.values()))))


@pytest.fixture(scope="session")
def made(press) -> dict[str, bytes]:
    """Every PDF, by its name."""
    made = {one.job.name: one for one in press.make(list(JOBS.values()))}
    assert [one.fault for one in made.values() if one.fault] == []
    return {name: one.data for name, one in made.items()}


@pytest.mark.one_in(6)
@pytest.mark.parametrize("name", JOBS)
def test_every_pdf_is_right(made, name):
    """Each property holds of each PDF."""
    pdf = open_pdf(made[name])

    assert {check.__name__: wrong for check in CHECKS if (wrong := check(pdf, expected(name)))} == {}


@pytest.mark.parametrize("name", JOBS)
def test_every_pdf_is_small(made, name):
    """A sheet has 60 KB at most, the workbook 1 MB."""
    assert len(made[name]) <= KILOBYTES[name in SHEETS] * 1024


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_fits(made, name):
    """A sheet takes one page or two."""
    assert 1 <= len(open_pdf(made[name]).pages) <= 2


@pytest.mark.parametrize("name", [name for name in SHEETS if name in TO_FILL_IN])
def test_no_last_page_is_half_empty(made, name):
    """The last place to fill in stands in the lower half of the last page."""
    pdf = open_pdf(made[name])
    page = pdf.pages[-1]
    height = float(page.mediabox[3])
    fields = [float(one.Rect[1]) for one in page.obj.get("/Annots", []) if one.get("/Subtype") == Name.Widget]

    assert min(fields) < height / 2


def colours() -> dict[str, str]:
    """The inks of the template, by name."""
    template = (FOLDER / "sheet.typ").read_text("utf-8")
    return dict(re.findall(r'^#let (\w+) = rgb\("(#[0-9A-Fa-f]{6})"\)', template, re.MULTILINE))


@pytest.mark.parametrize(("ink", "least"), [("ink", 7), ("quiet", 7), ("care", 7), ("rule", 3)])
def test_every_ink_can_be_read_in_grey(ink, least):
    """Printed without colour, text keeps a contrast of 7 and lines one of 3; the seam is only an ornament."""
    red, green, blue = (int(colours()[ink][place : place + 2], 16) / 255 for place in (1, 3, 5))
    grey = 0.299 * red + 0.587 * green + 0.114 * blue
    light = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4

    assert 1.05 / (light + 0.05) >= least


def test_nothing_is_wrong_on_paper(press, made):
    """No sheet is too long, and its font has every character."""
    assert list(faults_of(GUIDE, press.make(list(JOBS.values())), FOLDER)) == []


@pytest.mark.one_in(6)
@pytest.mark.parametrize("name", TO_FILL_IN)
def test_what_is_filled_in_stays(made, name):
    """Every field takes a value from another program, and gives it back."""
    fields = {}
    for field, widget in widgets(name).items():
        if widget.kind == CHOICE:
            group = field.rpartition("/")[0]
            fields.setdefault(group, None)
        else:
            fields[field] = "/Yes" if widget.kind == CHECK else "Tuesday, “our” café"
    reader = pypdf.PdfReader(io.BytesIO(made[name]))
    states = {field: value.get("/_States_") for field, value in reader.get_fields().items()}
    fields = {
        field: value or next(state for state in states[field] if state != "/Off") for field, value in fields.items()
    }
    writer = pypdf.PdfWriter(clone_from=reader)
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, fields, auto_regenerate=False)
    written = io.BytesIO()
    writer.write(written)
    again = pypdf.PdfReader(written).get_fields()

    assert {field: again[field].get("/V") for field in fields} == fields


@pytest.mark.parametrize("name", [name for name in SHEETS if name not in TO_FILL_IN])
def test_every_answer_is_on_its_paper(made, name, tmp_path):
    """Nothing that somebody wrote is cut off; what they ticked or chose is shown so."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made[name])
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    words = re.sub(r"\W+", "", text)
    example = next(one for one in GUIDE.examples if one.id == JOBS[name].id)
    answers = [field.answer for field in written(example.parts)]
    pdf = open_pdf(made[name])
    shown = [one for page in pdf.pages for one in page.obj.get("/Annots", []) if one.get("/AS")]

    assert [answer for answer in answers if re.sub(r"\W+", "", answer) not in words] == []
    assert len([one for one in shown if Name.Off != one.AS]) == sum(one.ticked for one in widgets(name).values())


def written(parts: tuple) -> list:
    """The fields of a sheet that are written in."""
    found = []
    for part in parts:
        cells = [cell for row in part.rows for cell in row] if part.kind == "table" else []
        fields = getattr(part, "fields", ()) if part.kind == "blanks" else cells
        found += [one for one in fields if hasattr(one, "answer")] + ([part.field] if part.kind == "room" else [])
    return found


@pytest.mark.parametrize("name", SHEETS)
def test_text_is_read_in_order(made, name, tmp_path):
    """What a program reads out of the file comes in the order of the sheet."""
    assert shutil.which("pdftotext"), "pdftotext is missing: scripts/setup test installs poppler-utils"
    path = tmp_path / "sheet.pdf"
    path.write_bytes(made[name])
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    words = re.sub(r"\W+", "", text)
    place, missing = 0, []
    for part in in_order(JOBS[name].document["sheets"][0]):
        found = words.find(re.sub(r"\W+", "", part), place)
        if found < 0:
            missing.append(part)
        else:
            place = found

    assert missing == []


def in_order(sheet: dict) -> list[str]:
    """The title and the headings, paragraphs and boxes of a sheet, in reading order."""
    texts = [sheet["title"]]
    for part in sheet["parts"]:
        if part["kind"] in ("title", "text"):
            texts.append("".join(run["text"] for run in part["text"]))
        elif part["kind"] == "items":
            texts += ["".join(run["text"] for run in item["text"]) for item in part["items"]]
        elif part["kind"] == "scale":
            texts += [row["label"] for row in part["rows"]]
    return texts


def test_two_builds_give_the_same_bytes(made, site):
    """Nothing of the clock, the process or the order of work is in a file: those of the site are of another build."""
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in site.glob("pdf/*.pdf")}

    assert digests == {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}


def test_the_date_can_be_set():
    """SOURCE_DATE_EPOCH dates every file; without it a file bears the day its page was reviewed."""
    dated = jobs_of(GUIDE, SHEETS_SAY, epoch=86400)

    assert {job.epoch for job in dated} == {86400}


def test_nothing_is_made_twice(press, made, monkeypatch):
    """What has been made is taken from the cache; one edit makes its own sheet again, and the workbook."""
    from guide.pdf import make

    calls = []
    real = make.to_form
    monkeypatch.setattr(make, "to_form", lambda *words: calls.append(1) or real(*words))
    press.make(list(JOBS.values()))
    unchanged = len(calls)
    job = JOBS[SHEETS[0]]
    edited = {**job.document, "title": "Another title"}
    press.make([make.Job(job.id, job.paper, edited, job.epoch, job.source), *JOBS.values()])

    assert (unchanged, len(calls)) == (0, 1)


def test_the_workbook_holds_every_sheet(made):
    """Bookmarks lead to each sheet, and the contents name each with its page."""
    reader = pypdf.PdfReader(io.BytesIO(made["workbook-a4.pdf"]))
    marks = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    titles = [sheet["title"] for sheet in JOBS["workbook-a4.pdf"].document["sheets"]]
    contents = " ".join(" ".join(reader.pages[number].extract_text().split()) for number in range(2, 6))

    assert [title for title in titles if title not in marks] == []
    assert [title for title in titles if title not in contents] == []


def test_no_sheet_asks_who_is_afraid(made):
    """What only one person may be asked, alone and on the screen, stands in no file."""
    afraid = [name for name, data in made.items() if re.search("afraid to answer", str(open_pdf(data).Root), re.I)]
    texts = [name for name in JOBS if "afraid to answer" in str(JOBS[name].document).lower()]

    assert (afraid, texts) == ([], [])


def test_rooms_are_for_more_than_one_line():
    """Room to write is a field of many lines."""
    kinds = {widget.kind for widget in widgets("check-in-a4.pdf").values()}

    assert {CHECK, CHOICE, ROOM} <= kinds
