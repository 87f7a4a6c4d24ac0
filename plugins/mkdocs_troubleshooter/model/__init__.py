"""Frozen, typed entries, made from documents. Nothing here reads files or prints."""
