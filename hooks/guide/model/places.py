"""Which names files and addresses of a site may have: those that every host and system takes for names."""

import re

# Ends of lines and other signs that cannot be seen or turn a line around, and what some system or host reads as more
# than a part of a name.
ODD = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff<>:\"|*\\?#]|%(?:2[ef]|5c|0|1)",
    re.IGNORECASE,
)
LONGEST = 200  # bytes of one name: most disks take 255, and a PDF's is longer than its page's
ORDERS = ("_", ".")
"""How names begin that hosts take for orders (`_redirects`, `_worker.js`, `.htaccess`)."""


def is_order(path: str) -> bool:
    """Whether a part of a path begins as the names of orders do."""
    return any(part.startswith(ORDERS) for part in path.split("/"))


def is_name(path: str) -> bool:
    """Whether each part of a path is a name, and of no other place than it says."""
    parts = path.split("/")
    return not ODD.search(path) and all(_is_part(part) for part in parts)


def _is_part(name: str) -> bool:
    return name.strip() == name != "" and not name.endswith(".") and len(name.encode()) <= LONGEST


def is_old_address(path: str) -> bool:
    """Whether a path may have been the address of a page: `steps/honesty/`."""
    bare = path.strip("/")
    ends = bare.lower().endswith((".html", ".htm", ".md"))
    return is_name(bare) and not is_order(bare) and not ends and not set("?#%&'") & set(bare)
