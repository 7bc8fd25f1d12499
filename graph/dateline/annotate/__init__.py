"""Find mentions in a document: one stage per kind, none knows another."""
