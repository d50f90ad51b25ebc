from tests.ui.workplace import place

__all__ = ["place"]
