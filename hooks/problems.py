"""What is wrong with the pages is said in the build's log; a strict build counts the errors."""

import logging

from guide.problems import ERROR, for_logs
from guide_mkdocs import reading_of

log = logging.getLogger("mkdocs.hooks.guide")


def on_files(files, *, config):
    reading = reading_of(files, config)
    for problem in reading.problems:
        log.log(logging.WARNING if problem.severity == ERROR else logging.INFO, for_logs(problem))
    # What templates need besides a page's own fields.
    config.extra["words"] = reading.guide.data.get("words") or {}
    config.extra["steps"] = reading.guide.steps
    config.extra["addresses"] = {page.url for page in reading.guide.pages}
