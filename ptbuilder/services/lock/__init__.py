"""The lock of the clinic's copy: the PIN as it is kept, who is let in, and the waits after wrong tries."""
