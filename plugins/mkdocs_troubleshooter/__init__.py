"""A knowledge base of errors, rendered as a troubleshooting site by MkDocs."""
