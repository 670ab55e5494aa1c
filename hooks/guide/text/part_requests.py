"""How a page asks for a part that the build makes: `<!-- guide: blocks -->`; its name stands on the first line."""

import re

ASKED = re.compile(r"<!--[ \t]*guide:[ \t]*(?P<name>[\w-]+)(?:\s+(?P<argument>[\w-]+(?:\s+[\w-]+)*))?\s*-->")
MEANT = re.compile(r"<!--\s*guide\s*:.*?-->", re.IGNORECASE | re.DOTALL)
"""What its author took for a request, however it is written."""
