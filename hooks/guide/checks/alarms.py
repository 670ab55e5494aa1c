"""What must raise the alarm does so (`_data/alarms.txt`), whatever the search has learnt since."""

from collections.abc import Iterator

from guide.model.guide import ALARMS, Guide
from guide.model.page import Text
from guide.model.problems import Problem
from guide.search.alarm import alarm_of


def check_alarms(guide: Guide) -> Iterator[Problem]:
    """Each line is asked as if somebody typed it; a guide without such a list promises nothing."""
    listed = guide.data.get(ALARMS)
    alarm = alarm_of(guide) if listed else None
    for query in listed or []:
        if not (alarm and alarm.is_raised(query)):
            yield _silent(guide, query)


def _silent(guide: Guide, query: Text) -> Problem:
    teaching = guide.data_file("typed/in-danger.txt")
    return Problem(
        guide.data_file(ALARMS),
        query.line,
        f"“{query}” raises no alarm any more.",
        "Whoever types it, or the like, might be led to other advice instead of to help.",
        f"Take back what you changed in typed/, vocabulary.yml, or a heading; or add lines like it to {teaching}",
    )
