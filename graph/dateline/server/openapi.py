"""Describe the API by OpenAPI 3.1, from what the questions say of themselves.

The writing half of `/sparql` and `/graphs` is left to the protocols of the W3C, which
say more of it than OpenAPI can.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from dateline.query.named import (
    NamedQuery,
    Parameter,
    ParameterKind,
    columns_of,
    named_queries,
)
from dateline.server.media import DATASETS, GRAPHS, SOLUTIONS, Media
from dateline.server.question import FORMAT, MAX_TYPED, public_name
from dateline.server.tables import FORMATS

Json = dict[str, Any]

_JSON, _HTML, _TEXT = "application/json", "text/html", "text/plain"
_STRING: Json = {"type": "string"}
_ADDRESS: Json = {"type": "string", "format": "uri"}
# What a value may have: no control characters, and something that is no space.
_TYPED = "[^\\u0000-\\u001f\\u007f]"
_INK = (
    "[^\\u0000-\\u0020\\u007f\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029"
    "\\u202f\\u205f\\u3000\\ufeff]"
)
_KINDS: dict[ParameterKind, Json] = {
    ParameterKind.NAME: {"pattern": f"^{_TYPED}*{_INK}{_TYPED}*$"},
    ParameterKind.DAY: {
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        "examples": ["2018-06-30", "2018-06", "2018"],
    },
    ParameterKind.IRI: {"format": "iri", "minLength": 1},
}
_ERRORS = {
    "400": "Something in the request is unknown, missing or cannot be read.",
    "403": "The answer is larger than the server's limits.",
    "404": "There is no such thing.",
    "406": "No format fits the `Accept` header.",
    "413": "The body is larger than the server's limit.",
    "415": "The body is of a type, or packed in a way, that is not read.",
    "503": "The server is busy, or has not the memory that the answer takes.",
    "504": "The answer takes longer than the server's limit.",
}
_ASKING = ("400", "403", "406", "503", "504")


def listed(query: NamedQuery, base: str) -> Json:
    """Return what the list of the questions says of one.

    >>> from dateline.query.named import named_query
    >>> told = listed(named_query("happened-in"), "http://a")
    >>> told["url"], [each["name"] for each in told["parameters"]]
    ('http://a/q/happened-in', ['place', 'from', 'to'])
    """
    return {
        "name": query.name,
        "title": query.title,
        "description": query.description,
        "url": f"{base}/q/{query.name}",
        "parameters": [
            {
                "name": public_name(parameter),
                "kind": parameter.kind.value,
                "about": parameter.about,
                "required": not parameter.is_optional,
            }
            for parameter in query.parameters
        ],
    }


def describe_api(base: str) -> Json:
    """Return the description of the server at `base`.

    >>> described = describe_api("http://a")
    >>> described["openapi"], described["servers"]
    ('3.1.0', [{'url': 'http://a'}])
    """
    questions = {f"/q/{each.name}": _question(each) for each in named_queries()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline",
            "version": version("dateline"),
            "description": "A graph of dated events, read from news articles.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": base}],
        "paths": {"/q": _list(), **questions, **_others()},
        "components": {
            "parameters": {
                "answer-format": _format(tuple(FORMATS)),
                "list-format": _format(("json", "html")),
            },
            "responses": {f"e{code}": _error(code) for code in _ERRORS},
            "schemas": _SCHEMAS,
        },
    }


def _question(query: NamedQuery) -> Json:
    parameters = [_parameter(each) for each in query.parameters]
    schemas = {"json": _answer(query), "jsonld": _ref("schemas", "table")}
    content = {
        media.type: {"schema": schemas.get(name, _STRING)}
        for name, media in FORMATS.items()
    }
    responses = _responses(content, _ASKING, query.title)
    # Where a page was asked for, the form says what is wrong.
    responses["400"] = {
        "description": _ERRORS["400"],
        "content": {_TEXT: {"schema": _STRING}, _HTML: {"schema": _STRING}},
    }
    link = {"description": "The permalink, unless it is too long.", "schema": _STRING}
    responses["200"]["headers"] = {"Link": link}
    return {
        "get": {
            "operationId": query.name,
            "tags": ["questions"],
            "summary": query.title,
            "description": query.description,
            "parameters": [*parameters, _ref("parameters", "answer-format")],
            "responses": responses,
        }
    }


def _parameter(parameter: Parameter) -> Json:
    kind = {
        **_STRING,
        "maxLength": MAX_TYPED[parameter.kind],
        **_KINDS[parameter.kind],
    }
    return {
        "name": public_name(parameter),
        "in": "query",
        "description": parameter.about,
        "required": not parameter.is_optional,
        "schema": kind,
    }


def _answer(query: NamedQuery) -> Json:
    """Return the schema of an answer in JSON: the columns are the query's own."""
    columns = columns_of(query)
    names = [public_name(parameter) for parameter in query.parameters]
    parts = {
        "query": {"const": query.name},
        "title": {"const": query.title},
        "parameters": _object(dict.fromkeys(names, _STRING), required=()),
        "permalink": _ADDRESS,
        "sparql": _STRING,
        "sparql_url": _ADDRESS,
        "columns": {"const": list(columns)},
        "rows": {
            "type": "array",
            "items": _object(dict.fromkeys(columns, _ref("schemas", "cell"))),
        },
    }
    return _object(parts)


def _list() -> Json:
    content = {
        _JSON: {"schema": _ref("schemas", "questions")},
        _HTML: {"schema": _STRING},
    }
    operation = _get("questions", "The questions that can be asked by name.", content)
    operation["parameters"] = [_ref("parameters", "list-format")]
    operation["responses"] |= _refusals(("400", "406"))
    return {"get": operation}


def _others() -> dict[str, Json]:
    text = {"schema": _STRING}
    health = {"schema": _ref("schemas", "health")}
    return {
        "/": {"get": _get("start", "The start page.", {_HTML: text})},
        "/openapi.json": {
            "get": _get("openapi", "This description.", {_JSON: {"schema": _OBJECT}})
        },
        "/health": {"get": _get("health", "Whether it works.", {_JSON: health})},
        "/metrics": {
            "get": _get("metrics", "Counters, for Prometheus.", {_TEXT: text})
        },
        "/sparql": _sparql(),
        "/graphs": _graphs(),
    }


def _sparql() -> Json:
    types = _of_types(*SOLUTIONS, *GRAPHS)
    graphs = [_text(f"{kind}-graph-uri", many=True) for kind in ("default", "named")]
    get = _get("ask", "Answer SPARQL; without a query, describe the service.", types)
    get["parameters"] = [_text("query"), *graphs]
    post = _get("ask-by-post", "Answer SPARQL of any length.", types)
    form = {each["name"]: each["schema"] for each in get["parameters"]}
    post["requestBody"] = {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": _object(form, required=("query",))
            },
            "application/sparql-query": {"schema": _STRING},
        },
    }
    refusals = _refusals(_ASKING)
    post["responses"] |= _refusals(("413", "415"))
    for operation in (get, post):
        operation["externalDocs"] = {"url": "https://www.w3.org/TR/sparql11-protocol/"}
        operation["responses"] |= refusals
    return {"get": get, "post": post}


def _graphs() -> Json:
    types = _of_types(*GRAPHS, *DATASETS)
    operation = _get("graphs", "A graph as RDF; without a name, all of them.", types)
    operation["parameters"] = [
        _text("graph"),
        {**_text("default"), "allowEmptyValue": True},
    ]
    operation["externalDocs"] = {
        "url": "https://www.w3.org/TR/sparql11-http-rdf-update/"
    }
    operation["responses"] |= _refusals((*_ASKING, "404"))
    return {"get": operation}


def _of_types(*offers: Media) -> Json:
    return {offer.type: {} for offer in offers}


def _get(name: str, summary: str, content: Json) -> Json:
    return {
        "operationId": name,
        "summary": summary,
        "responses": _responses(content, (), summary),
    }


def _responses(content: Json, refusals: tuple[str, ...], about: str) -> Json:
    return {"200": {"description": about, "content": content}, **_refusals(refusals)}


def _refusals(codes: tuple[str, ...]) -> Json:
    return {code: _ref("responses", f"e{code}") for code in codes}


def _error(code: str) -> Json:
    return {
        "description": f"{_ERRORS[code]} The body says in one line what to do.",
        "content": {_TEXT: {"schema": _STRING}, _HTML: {"schema": _STRING}},
    }


def _format(names: tuple[str, ...]) -> Json:
    return {
        "name": FORMAT,
        "in": "query",
        "description": "The format of the answer; it wins over `Accept`.",
        "required": False,
        "schema": {**_STRING, "enum": list(names)},
    }


def _text(name: str, *, many: bool = False) -> Json:
    schema = {"type": "array", "items": _STRING} if many else _STRING
    return {"name": name, "in": "query", "required": False, "schema": schema}


def _ref(folder: str, name: str) -> Json:
    return {"$ref": f"#/components/{folder}/{name}"}


def _object(properties: Json, *, required: tuple[str, ...] | None = None) -> Json:
    """Return the schema of an object that has these properties and no other."""
    needed = list(properties if required is None else required)
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": needed} if needed else {}),
    }


_OBJECT: Json = {"type": "object"}
_SCHEMAS: Json = {
    "cell": {
        "description": "A number or truth value is JSON's own, all else is text.",
        "type": ["string", "number", "boolean", "null"],
    },
    "health": _object({"status": {"const": "ok"}, "state": _STRING}),
    "table": {
        "description": "A table of the W3C's CSV on the Web, as JSON-LD 1.1.",
        "type": "object",
        "properties": {
            "@context": _OBJECT,
            "@id": _ADDRESS,
            "@type": {"const": "csvw:Table"},
            "csvw:row": {"type": "array", "items": _OBJECT},
        },
        "required": ["@context", "@id", "@type", "csvw:row"],
    },
    "questions": _object(
        {
            "questions": {
                "type": "array",
                "items": _object(
                    {
                        "name": _STRING,
                        "title": _STRING,
                        "description": _STRING,
                        "url": _ADDRESS,
                        "parameters": {
                            "type": "array",
                            "items": _object(
                                {
                                    "name": _STRING,
                                    "kind": {
                                        "enum": [kind.value for kind in MAX_TYPED]
                                    },
                                    "about": _STRING,
                                    "required": {"type": "boolean"},
                                }
                            ),
                        },
                    }
                ),
            }
        }
    ),
}
