"""Normalize the Persian inside a mixed text, as edits."""
