"""Terms: what was said, what was written, and what should be written."""
