"""What is wrong with the pages is said in the build's log; a strict build counts the errors.

When all is written, the finished site is looked at once more: what must not be published stops any build.
"""

import logging

from guide.model.problems import ERROR, for_logs
from guide_mkdocs import audit, build_of, insist_on_folders, insist_on_own_files, last, published, say_it_visibly

log = logging.getLogger("mkdocs.hooks.guide")


def on_config(config):
    say_it_visibly()
    insist_on_folders(config)
    insist_on_own_files(config)
    return config


@last
def on_env(env, *, config, files):
    # Nobody tells it of the files later, when all of them are written.
    config.extra["published"] = published(files, config)
    return env


def on_files(files, *, config):
    for problem in build_of(files, config).problems:
        log.log(logging.WARNING if problem.severity == ERROR else logging.INFO, for_logs(problem))
    return files


@last
def on_post_build(*, config):
    audit(config)
