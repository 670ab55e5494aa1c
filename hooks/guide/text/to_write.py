"""The mark of what is still to be written: a beginning holds it, and the check tells it until it is gone."""

MARK = "TO WRITE:"


def to_write(what: str) -> str:
    """What stands in a beginning where its author has to write; `what` says what belongs there."""
    return f"{MARK} {what}"


def left_in(text: str) -> str:
    """What a text says is still to be written, "" where it says nothing of the kind."""
    _, mark, what = text.partition(MARK)
    return what.strip() or "words" if mark else ""
