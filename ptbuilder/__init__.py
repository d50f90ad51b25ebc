"""PTBuilder: home exercise programs for physical therapists, offline."""

__version__ = "0.1.0"
