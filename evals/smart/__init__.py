"""How right the goal check is, against goals labelled by the codebook; and how its confidence is learned."""
