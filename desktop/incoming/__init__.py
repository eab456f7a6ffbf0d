"""Files on their way in, and what the person is told of them."""
