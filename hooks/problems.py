"""What is wrong with the pages is said in the build's log; a strict build counts the errors."""

import logging

from guide.problems import ERROR, for_logs
from guide_mkdocs import insist_on_folders, reading_of

log = logging.getLogger("mkdocs.hooks.guide")


def on_config(config):
    insist_on_folders(config)
    return config


def on_files(files, *, config):
    for problem in reading_of(files, config).problems:
        log.log(logging.WARNING if problem.severity == ERROR else logging.INFO, for_logs(problem))
    return files
