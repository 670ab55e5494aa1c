"""What the build makes beside the pages, as far as an author may link to it."""

from guide.model.guide import Guide

FOR_MACHINES = ("guide.json", "llms.txt")


def made_addresses(guide: Guide) -> dict[str, str]:
    """{the way to it from the folder of pages, as an author writes it: where it stands in the site}."""
    names = [*(one.id for one in (*guide.printed_checklists, *guide.worksheets, *guide.examples)), "workbook"]
    papers = [f"pdf/{name}-{paper}.pdf" for name in names for paper in ("a4", "letter")]
    lists = [f"print/{one.id}" for one in guide.checklists if one.kind != "worksheet"]
    pages = [*lists, *(one.address.rstrip("/") for one in guide.examples)]
    return {path: path for path in (*papers, *FOR_MACHINES)} | {page: f"{page}/" for page in pages}
