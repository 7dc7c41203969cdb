"""Words and numbers that the rules of coaching read."""
