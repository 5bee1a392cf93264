"""Split a mixed text into spans by language and kind."""
