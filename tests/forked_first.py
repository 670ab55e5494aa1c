"""What the program reads that others are copies of: what a build needs, but for the command itself; see `forked`."""

import click  # noqa: F401
import forked  # noqa: F401
import guide_mkdocs.command
import guide_mkdocs.site  # noqa: F401
import mkdocs.commands.build
import mkdocs.utils.yaml  # noqa: F401
