"""Run Dateline from the command line."""
