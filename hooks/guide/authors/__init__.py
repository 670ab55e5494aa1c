"""What people who write a guide are given: beginnings of pages and of guides, schemas, and the ways to mend a line."""
