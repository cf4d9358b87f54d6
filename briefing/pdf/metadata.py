"""What the file says of itself, twice: for old readers and, as XMP, for all others."""

from briefing.model.conformance import Conformance
from briefing.model.flow import Metadata
from briefing.pdf.syntax import date, string
from briefing.version import __version__

PRODUCER = f"briefing {__version__}"

_SEPARATOR = "; "
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
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


def xmp(metadata: Metadata, conformance: Conformance) -> bytes:
    """The metadata stream.

    Source:
        ISO 16684-1 for the properties, ISO 19005-3 6.6 for what PDF/A wants of them, ISO 14289-1 5.
    """
    moment = f"{metadata.date}T00:00:00Z"
    properties = (
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
        _property("pdfuaid:part", str(conformance.accessible)),
        _property("pdfaid:part", str(conformance.archival)),
        _property("pdfaid:conformance", conformance.level),
        _EXTENSION,
    )
    return _XMP.format(properties="\n".join(filter(None, properties))).encode()


def _property(name: str, text: str) -> str:
    return f"<{name}>{text.translate(_ESCAPES)}</{name}>" if text else ""


def _localised(name: str, text: str) -> str:
    """A text with alternatives by language, of which there is one."""
    if not text:
        return ""
    item = f'<rdf:li xml:lang="x-default">{text.translate(_ESCAPES)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _list(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join([f"<rdf:li>{text.translate(_ESCAPES)}</rdf:li>" for text in texts])
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
