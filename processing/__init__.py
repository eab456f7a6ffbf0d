"""The rules of Malkkeum: from a transcript's bytes to minutes, without a window."""
