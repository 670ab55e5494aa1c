"""What marks the parts of a page besides its text: its skeleton, and what the build and scripts put on it."""

SKELETON_IDS = frozenset({"answers", "contents", "filter", "main", "search-words", "toc-title"})
SKELETON_CLASSES = frozenset({"bar", "first", "foot", "leave", "open-contents", "top"})
"""Of the way out and what stands around the text, on every page."""
MARK, MARKS_IN_TEXT = "data-guide", frozenset({"checklist"})
"""The attribute by which scripts and tests find a part, and those of its values that Markdown makes."""
