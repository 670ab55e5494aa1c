"""The direction in which a language is written."""

# By ISO 639: those whose own script runs from right to left.
FROM_RIGHT = {"ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
SCRIPTS_FROM_RIGHT = {"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"}


def is_from_right(language: str) -> bool:
    """Whether a language tag (`he`, `ku-Arab`, `fa_IR`) names one that is written from right to left."""
    first, *rest = language.lower().replace("_", "-").split("-")
    scripts = {part for part in rest if len(part) == 4 and part.isalpha()}
    return bool(scripts & SCRIPTS_FROM_RIGHT) if scripts else first in FROM_RIGHT
