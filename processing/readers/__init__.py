"""One file a format: bytes in, a `Source` and an import report out."""
