"""Attributes of elements as the parser of HTML gives them."""


def value_of(value: str | list[str] | None) -> str:
    """Of an attribute; a list of words (`class`) comes as a list."""
    return " ".join(value) if isinstance(value, list) else value or ""
