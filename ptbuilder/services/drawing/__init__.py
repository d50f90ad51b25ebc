"""Drawings of exercises: shipped, made anew, moving, and reviewed."""
