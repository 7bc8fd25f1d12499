"""Read text, HTML and JSON Lines into documents.

The text of a document is never changed after it was decoded: every offset counts code
points of exactly this text. For a web page it is the article taken out of the page.
"""

from dateline.sources.blocks import find_blocks
from dateline.sources.dates import parse_published
from dateline.sources.documents import document_from_text, find_dct
from dateline.sources.reader import MAX_CHARACTERS, read

__all__ = [
    "MAX_CHARACTERS",
    "document_from_text",
    "find_blocks",
    "find_dct",
    "parse_published",
    "read",
]
