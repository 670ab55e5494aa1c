"""Files that are made beside the pages, for readers to take along."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SiteFile:
    """One file, and where it stands in the site."""

    url: str
    data: bytes

    @property
    def kilobytes(self) -> int:
        """Its size as people are told it."""
        return max(1, round(len(self.data) / 1024))


def human_size(kilobytes: int) -> str:
    """A size as people are told it."""
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{kilobytes / 1024:.1f} MB"
