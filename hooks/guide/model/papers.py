"""What the files for paper are called, wherever one is made, linked to or listed."""

PDFS = "pdf/"
"""The folder of the site in which they stand."""
WORKBOOK = "workbook"
"""The name of the one that holds all sheets."""
PAPERS = ("a4", "letter")
"""The papers that each is made for."""
