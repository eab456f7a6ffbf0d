"""The window of Malkkeum: what people see and touch, and nothing that decides about language."""
