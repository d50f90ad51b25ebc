"""Pictures of exercises in lists, still and moving."""
