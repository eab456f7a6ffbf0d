"""Every action of the window, its key, and what it does."""
