"""Pages for a site generator, and the one thin hook for MkDocs."""
