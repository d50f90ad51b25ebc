"""Use cases that combine the workshops; plain Python, safe on a worker thread."""
