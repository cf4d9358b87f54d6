"""What the file says of itself, twice: for old readers and, as XMP, for all others."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from briefing.model.conformance import Conformance
from briefing.model.flow import Metadata
from briefing.pdf.objects.syntax import date, string
from briefing.version import __version__

PRODUCER = f"briefing {__version__}"

_SEPARATOR = "; "
_FILES = UUID("98413b5e-b70f-4a5f-bec4-db452bc992e1")  # where all our identifiers are derived from
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_EXTENSION = """\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def info(metadata: Metadata) -> str:
    """The information dictionary (ISO 32000-1 14.3.3); it says what `xmp` says."""
    day = date(metadata.date)
    entries = {
        "Title": metadata.title,
        "Author": _SEPARATOR.join(metadata.authors),
        "Subject": metadata.subject,
        "Keywords": _SEPARATOR.join(metadata.keywords),
        "Producer": PRODUCER,
    }
    told = "".join([f"/{key}{string(text)}" for key, text in entries.items() if text])
    return f"<<{told}/CreationDate{day}/ModDate{day}>>"


def xmp(metadata: Metadata, conformance: Conformance, rest: str) -> bytes:
    """The metadata stream.

    Args:
        metadata: What is told.
        conformance: What is promised.
        rest: The identifier of all that is in the file beside this stream.

    Source:
        ISO 16684-1 for the properties, ISO 19005-3 6.6 for what PDF/A wants of them, ISO 14289-1 5.
    """
    told = [*_about(metadata), *_promises(conformance)]
    identity = _uuid(metadata.key or rest), _uuid("\n".join((rest, *told)))
    ids = map(_property, ("xmpMM:DocumentID", "xmpMM:InstanceID"), identity)
    properties = "\n".join(filter(None, (*told, *ids)))
    return _XMP.format(properties=properties).encode()


def _uuid(text: str) -> str:
    return f"uuid:{uuid5(_FILES, text)}"


def _about(metadata: Metadata) -> tuple[str, ...]:
    moment = f"{metadata.date}T00:00:00Z"
    return (
        _property("dc:format", "application/pdf"),
        _localised("dc:title", metadata.title),
        _list("dc:creator", "Seq", metadata.authors),
        _localised("dc:description", metadata.subject),
        _list("dc:subject", "Bag", metadata.keywords),
        _list("dc:language", "Bag", (metadata.language,)),
        _localised("dc:rights", metadata.licence),
        _property("xmpRights:Marked", "True" if metadata.licence else ""),
        _property("xmpRights:WebStatement", metadata.licence_url),
        _property("pdf:Keywords", _SEPARATOR.join(metadata.keywords)),
        _property("pdf:Producer", PRODUCER),
        _property("xmp:CreateDate", moment),
        _property("xmp:ModifyDate", moment),
        _property("xmp:MetadataDate", moment),
        *_identifiers(metadata.identifiers),
    )


def _identifiers(given: Sequence[str]) -> tuple[str, ...]:
    """The first for all who know one alone, and where there are more, all."""
    every = _list("xmp:Identifier", "Bag", given) if len(given) > 1 else ""
    return (_property("dc:identifier", "".join(given[:1])), every)


def _promises(conformance: Conformance) -> tuple[str, ...]:
    """The standards that are kept; PDF/A wants to be told of words that are not its own."""
    accessible = _property("pdfuaid:part", str(conformance.accessible))
    if conformance.archival is None:
        return (accessible,)
    part = _property("pdfaid:part", str(conformance.archival))
    return (accessible, part, _property("pdfaid:conformance", conformance.level), _EXTENSION)


def _property(name: str, text: str) -> str:
    return f"<{name}>{text.translate(_ESCAPES)}</{name}>" if text else ""


def _localised(name: str, text: str) -> str:
    """A text with alternatives by language, of which there is one."""
    if not text:
        return ""
    item = f'<rdf:li xml:lang="x-default">{text.translate(_ESCAPES)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _list(name: str, kind: str, texts: Sequence[str]) -> str:
    items = "".join([f"<rdf:li>{text.translate(_ESCAPES)}</rdf:li>" for text in texts])
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
