"""What attached data and the manifest say because of their form, not because of what is in them.

All of it is judged by where it stands: a head of a table by its whole line, a key of JSON at the
start of its line, a property of XMP in its own element. The same words anywhere else are text, and
so is every key that is not ours.
"""

import re

_HEADS = frozenset((
    "indicator,name,definition,unit,place,place name,period,reported,qualifier,low,high,as of,"
    "doubt,source,locator,also,licence,told as",
    "category,series,low,high,qualifier,text,unit",
    "category,series,low,high,qualifier,text,unit,period",
    "iso3,label,low,high,qualifier,text,unit",
    "iso3,label,low,high,qualifier,text,unit,period",
    "kind,name,longitude,latitude",
    "label,low,high,qualifier,text,unit",
    "label,low,high,qualifier,text,unit,period",
    "line,date,period,low,high,qualifier,text,unit",
    "part,low,high,qualifier,text,unit",
    "part,low,high,qualifier,text,unit,period",
    "start,end,label,text,lane",
))  # fmt: skip
"""The first lines of tables that we attach."""

_OF_WORKS = """
    accessed archive archive-place archive_collection archive_location author authority
    available-date call-number chair chapter-number collection-editor collection-number
    collection-title comma-suffix compiler composer contributor container-author container-title
    container-title-short curator date-parts dimensions director division DOI
    dropping-particle edition editor editorial-director event event-date event-place event-title
    executive-producer family genre given guest host id illustrator interviewer ISBN ISSN issue
    issued jurisdiction language literal medium narrator non-dropping-particle note number
    number-of-pages number-of-volumes organizer original-author original-date original-publisher
    original-publisher-place original-title page page-first part part-title performer PMCID PMID
    printing producer publisher publisher-place raw recipient references reviewed-author
    reviewed-genre reviewed-title scale script-writer season section series-creator source
    static-ordering status submitted suffix supplement title title-short translator type URL
    version volume volume-title volume-title-short circa
"""
_OF_THE_MANIFEST = """
    agreeing also as-of audience bytes cited conformance country document doubt edition from
    high indicator language licence locator low marking numbers others page pages path period place
    readings recipient replaces role sha256 source sources spans text withheld
"""
_KEYS = "|".join(map(re.escape, sorted({*_OF_WORKS.split(), *_OF_THE_MANIFEST.split()})))
_IN_JSON = re.compile(
    r'^[ ]*+(?:"sha256": "[0-9a-f]{64}",?$'
    r'|"role": "(?:caption|figure|heading|table|text)",?$'
    r'|"conformance": "[a-z0-9+]++",?$'
    r'|"bytes": [0-9]++,?$'
    rf'|"(?:{_KEYS})":)',
    re.MULTILINE,
)

_UUID = "uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_SCHEMA = {
    "dc:format": "application/pdf",
    "xmpRights:Marked": "True",
    "xmpMM:DocumentID": _UUID,
    "xmpMM:InstanceID": _UUID,
    "pdfaSchema:schema": "PDF/UA Universal Accessibility Schema",
    "pdfaSchema:namespaceURI": r"http://www\.aiim\.org/pdfua/ns/id/",
    "pdfaSchema:prefix": "pdfuaid",
    "pdfaProperty:name": "part",
    "pdfaProperty:valueType": "Integer",
    "pdfaProperty:category": "internal",
    "pdfaProperty:description": r"The part of ISO 14289 that the file keeps",
}
_IN_XMP = re.compile("|".join(f"<{key}>{value}</{key}>" for key, value in _SCHEMA.items()))


def without_head(table: str) -> str:
    """Leave out the first line of a table (CSV), where it is one of ours."""
    first, _, rest = table.partition("\r\n")
    return rest if first in _HEADS else table


def without_keys(data: str) -> str:
    """Leave out the keys of JSON that are ours, and what is said of the file itself."""
    return _IN_JSON.sub("", data)


def without_schema(metadata: str) -> str:
    """Leave out what every XMP of ours says of its own words, and identifiers."""
    return _IN_XMP.sub(" ", metadata)
