"""Laws that hold for every text, and the long runs that try to break them (``make soak``)."""
