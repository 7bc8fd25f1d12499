"""Read text, HTML, JSON Lines into documents."""
