"""Posing a figure by form: the words, the draft, its pictures and what is wrong with it."""
