"""The library page: filters with counts, a grid of exercises, and one exercise in full."""
