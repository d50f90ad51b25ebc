"""The middle column: the program, its doses and notes, and what replaces it."""
