"""The lock of the window: its screen, what it takes out of sight, and when it comes by itself."""
