"""Frozen data that every layer speaks, on the standard library alone.

One word for one thing, everywhere:

========== =============================================================
word       meaning
========== =============================================================
doc        an `AnnotatedDocument`; a `Document` is written `document`
dct        the publication date and time of a document
sent       a `Sentence`
span       a half-open place in code points of the document's text
timex      a time expression in the text
mention    a place that refers to an entity or an event
entity     what entity mentions refer to; an actor takes part in an event
event      what event mentions refer to
claim      what a source asserts about an event
store      the quads on disk or in memory
iri        the name of a thing in the graph
========== =============================================================
"""
