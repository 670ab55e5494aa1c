"""The ids of a page besides those of its text: its skeleton's, and those of what the build and scripts put on it."""

SKELETON_IDS = frozenset({"answers", "contents", "filter", "main", "search-words", "toc-title"})
