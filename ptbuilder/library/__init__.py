"""The library file and the domain: reading, writing, checks of content, search."""
