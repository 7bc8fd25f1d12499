"""Ask the graph named questions; answers are frozen dataclasses."""
