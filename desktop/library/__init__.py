"""All notes: the window's way to them, the list and its search, what is done over several."""
