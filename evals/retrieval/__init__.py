"""How well the library finds what bears on a question, and stays silent when nothing does."""
