"""What is made from a guide, one output a file: model in, text out.

Each part that a page may ask for has a renderer: `(Place, argument) -> HTML`.
"""

from collections.abc import Callable

from guide.renderers.blocks import render_blocks
from guide.renderers.calendar import render_calendar
from guide.renderers.checklists import render_checklist_tools, render_checklists, render_print_page
from guide.renderers.editions import render_editions
from guide.renderers.examples import render_example
from guide.renderers.help_lines import render_help_lines, render_lines_to_mend
from guide.renderers.on_device import render_on_device
from guide.renderers.pictures import render_picture
from guide.renderers.place import Place
from guide.renderers.questions import render_question_tools, render_questions
from guide.renderers.sources import render_references, render_sources
from guide.renderers.steps import render_steps
from guide.renderers.worksheets import (
    render_all_worksheets,
    render_page_break,
    render_sheet_facts,
    render_sheet_tools,
    render_workbook,
    render_worksheets,
)

PARTS: dict[str, Callable[[Place, str], str]] = {
    "all-worksheets": render_all_worksheets,
    "blocks": render_blocks,
    "calendar": render_calendar,
    "checklists": render_checklists,
    "editions": render_editions,
    "help-lines": render_help_lines,
    "lines-to-mend": render_lines_to_mend,
    "on-device": render_on_device,
    "page-break": render_page_break,
    "picture": render_picture,
    "questions": render_questions,
    "references": render_references,
    "sources": render_sources,
    "steps": render_steps,
    "workbook": render_workbook,
    "worksheets": render_worksheets,
}
"""What an author may ask for."""

OWN_PARTS: dict[str, Callable[[Place, str], str]] = {
    "checklist-tools": render_checklist_tools,
    "example": render_example,
    "print": render_print_page,
    "question-tools": render_question_tools,
    "sheet-facts": render_sheet_facts,
    "sheet-tools": render_sheet_tools,
}
"""What the dialect and the build ask for themselves. An author who does is told; nothing is put there."""
