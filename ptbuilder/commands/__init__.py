"""The command line: a module for each command, which asks services as the window does."""
