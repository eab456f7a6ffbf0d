"""The process that knows Korean: what is asked of it, one run of it, its own side, and who succeeds it."""
