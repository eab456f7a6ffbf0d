"""The open note for the views: its state, the rows made of it, and what a change of it is called."""
