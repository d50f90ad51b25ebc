"""The patients page: everyone at a glance, and what one patient did so far."""
