"""A site while it is written: each page by itself when it is asked for, and the whole meanwhile."""
