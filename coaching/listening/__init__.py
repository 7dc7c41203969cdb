"""What a message says: small pure functions, one a tag. Nothing here decides what to answer."""
