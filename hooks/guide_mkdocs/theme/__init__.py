"""What a site gets of its theme: scripts and styles, the mark, and what its templates know and may run."""
