"""`python -m guide serve`: a server that is up at once, outlives whatever is wrong, and has the pages made by a child.

Nothing here imports the rest of the generator but the nouns of a Problem, so that it starts at once, and stands while
the generator itself cannot be read.
"""
