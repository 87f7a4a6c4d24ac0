"""Measurements: what a knowledge base costs to read, check and build, beside plain MkDocs."""
