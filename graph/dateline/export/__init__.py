"""Write the graph in the formats that other tools read."""
