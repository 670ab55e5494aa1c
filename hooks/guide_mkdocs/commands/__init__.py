"""What can be done with a guide, one a file; `guide_mkdocs.command` reads what somebody asks for."""
