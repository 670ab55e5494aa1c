"""Which names files and addresses of a site may have: those that every host and system takes for names."""

import re

# Ends of lines and other signs that cannot be seen or turn a line around, and what some system or host reads as more
# than a part of a name.
ODD = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff<>:\"|*\\?#]|%(?:2[ef]|5c|0|1)",
    re.IGNORECASE,
)
LONGEST = 200  # bytes of one name: most disks take 255, and a PDF's is longer than its page's
LONGEST_WHOLE = 800  # bytes of all of them: some systems take 1,024, with the folder where the site stands
MOST_PARTS = 20  # folders within each other, and what stands in them; ours have 3
ORDERS = ("_", ".")
"""How names begin that hosts take for orders (`_redirects`, `_worker.js`, `.htaccess`)."""


def is_order(path: str) -> bool:
    """Whether a part of a path begins as the names of orders do."""
    return any(part.startswith(ORDERS) for part in path.split("/"))


def is_name(path: str) -> bool:
    """Whether each part of a path is a name, and of no other place than it says."""
    parts = path.split("/")
    return not ODD.search(path) and not too_large(path) and all(_is_part(part) for part in parts)


def too_large(path: str) -> str:
    """Of what a path has more than a disk has room for, and how much is the most; "" for nothing."""
    parts = path.strip("/").split("/")
    longest, whole = max(map(_bytes, parts)), _bytes(path)
    if len(parts) > MOST_PARTS:
        return f"{len(parts)} parts; {MOST_PARTS} are the most"
    if longest > LONGEST:
        return f"a part of {longest} bytes; {LONGEST} are the most"
    return f"{whole} bytes; {LONGEST_WHOLE} are the most" if whole > LONGEST_WHOLE else ""


def _bytes(name: str) -> int:
    return len(name.encode(errors="surrogatepass"))


def _is_part(name: str) -> bool:
    """One that begins with a hyphen is an option to many programs."""
    return name.strip() == name != "" and not (name.startswith("-") or name.endswith("."))


def is_old_address(path: str) -> bool:
    """Whether a path may have been the address of a page: `steps/honesty/`."""
    bare = path.strip("/")
    ends = bare.lower().endswith((".html", ".htm", ".md"))
    return is_name(bare) and not is_order(bare) and not ends and not set("?#%&'") & set(bare)
