"""Read news articles, build a knowledge graph of dated events."""
