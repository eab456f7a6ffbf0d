"""Parts that every page is made of: fields safe for Hangul, virtual lists, notices, colours, errors in words."""
