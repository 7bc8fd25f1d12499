"""Score each stage on gold data."""
