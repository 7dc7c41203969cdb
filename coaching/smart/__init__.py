"""How a goal stands on each SMART letter, with the words that carry it. Pure; imported by any room above coaching."""
