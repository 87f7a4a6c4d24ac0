"""Other site generators build the same site."""
