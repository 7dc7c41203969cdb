"""When: the dates, ends, starts and cadences that a text names. Pure; imported by any room above coaching."""
