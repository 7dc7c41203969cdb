"""The person's own documents: read in a child process, cut into chunks, found by the same search."""
