"""Language models: which are asked, what is sent, what comes back, and what has left this machine."""
