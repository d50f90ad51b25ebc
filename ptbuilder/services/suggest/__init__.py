"""Suggestions for the work at hand, and prescriptions made from them."""
