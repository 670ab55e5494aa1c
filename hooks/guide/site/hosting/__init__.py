"""What a host sends along with each file: one source (`rules`), and one output a file for each kind of host."""
