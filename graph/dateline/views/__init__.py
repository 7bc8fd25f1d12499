"""Draw timelines and networks as self-contained pages."""
