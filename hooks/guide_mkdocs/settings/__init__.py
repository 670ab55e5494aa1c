"""The settings of a site: read before they are loaded, looked through, and told to its build."""
