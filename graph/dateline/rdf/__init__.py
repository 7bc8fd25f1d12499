"""Write facts as quads and read them; the only place that knows a term or a store."""
