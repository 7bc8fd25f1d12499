"""Turn mentions into facts, in a document and across documents."""
