"""What marks the parts of a page besides its text: its skeleton, and what the build and scripts put on it."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The elements of headings, and their levels."""
SKELETON_IDS = frozenset({"answers", "contents", "main", "toc-title"})
SKELETON_CLASSES = frozenset({"bar", "first", "foot", "leave", "open-contents", "top"})
"""Of the way out and what stands around the text, on every page."""
WAY_OUT = "leave"
"""What the way out says, in small letters."""
HIDING_CLASSES = frozenset(
    {
        "address",
        "awaits",
        "blank",
        "colour",
        "contents",
        "earlier",
        "filter",
        "get",
        "headerlink",
        "keep",
        "left",
        "line",
        "links",
        "long",
        "places",
        "questions",
        "reviewed",
        "safe",
        "screen",
        "search",
        "sheet",
        "slash",
        "toc",
        "tools",
        "turn",
        "typed",
    }
)
"""Of parts that the build makes, and that the looks or the scripts hide at times: on paper, on a phone, for good."""
SCREEN = "screen"
"""Of those, the one that an author may give to a paragraph or an item: what speaks of buttons and keys."""
