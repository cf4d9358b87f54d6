"""Names that any file of ours may hold, as the standards give them."""

_NAMES = """
    A AF AFRelationship ASCII85Decode ASCIIHexDecode Action ActualText Adobe Alt Annot Annots Art
    Artifact Ascent Aside Author BBox BaseEncoding BaseFont BibEntry BitsPerComponent
    BitsPerCoordinate BitsPerFlag Block BlockQuote Border C CA CIDFontType0 CIDFontType0C
    CIDFontType2 CIDSet CIDSystemInfo CIDToGIDMap CS CapHeight Caption Catalog CharSet CheckSum Code
    ColSpan ColorSpace Colors Column Columns Contents Count CreationDate Creator CropBox D DW Data
    Decimal Decode DecodeParms Desc DescendantFonts Descent Dest DestOutputProfile DeviceGray
    DeviceRGB Differences Disc DisplayDocTitle Div Document E EF Em EmbeddedFile EmbeddedFiles
    Encoding ExtGState F Figure Filespec Filter First FirstChar Fit Flags FlateDecode Font FontBBox
    FontDescriptor FontFile FontFile2 FontFile3 FontName Form Formula GTS_PDFA1 GoTo Group H H1 H2
    H3 H4 H5 H6 Headers Height I ICCBased ID IDTree Identity Identity-H Image ImageB ImageC ImageI
    Index Info ItalicAngle K Keywords Kids L LBody LI Lang Last LastChar Layout Lbl Length Length1
    Length2 Length3 Limits Link List ListNumbering LowerAlpha LowerRoman MCID MCR MarkInfo Marked
    MediaBox Metadata ModDate N Name Names Next NonStruct None Normal Note Nums O OBJR Obj ObjStm
    Ordering Outlines OutputConditionIdentifier OutputIntent OutputIntents P PDF Page PageLabels
    PageMode Pages Params Parent ParentTree ParentTreeNextKey Part Pg Placement Predictor Prev
    Private ProcSet Producer Properties QuadPoints Quote R RB RP RT Rect Reference Registry
    Resources RoleMap Root Rotate Row RowSpan Ruby S SMask Scope Sect Shading ShadingType Size
    Source Span St StemV Strong StructElem StructParent StructParents StructTreeRoot Sub Subject
    Subtype Supplement Suspects T TBody TD TFoot TH THead TOC TOCI TR Table Tabs Text Title
    ToUnicode Trans Transparency Trapped True TrueType Type Type0 Type1 Type1C UF URI UpperAlpha
    UpperRoman UseNone UseOutlines ViewerPreferences W WP WT Warichu Width Widths WinAnsiEncoding X
    XML XObject XRef XRefStm XYZ a ca d r
"""
_MEDIA_TYPES = ("application/vnd.citationstyles.csl+json", "text/csv")
STANDARD_NAMES = frozenset((*_NAMES.split(), *_MEDIA_TYPES))
"""Keys and values of ISO 32000 that files have among the names of their objects, and the kinds of
files that ours carry."""
