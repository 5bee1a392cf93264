"""Find names in Persian and English, compare them, link them."""
