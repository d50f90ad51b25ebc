"""The same sheet in other forms: a page for a phone, and a note for the clinic's record system."""
