"""The vocabulary of the Citation Style Language.

Source: CSL-JSON 1.0.2, ``csl-data.json``, without the fields that belong to a citation and not
to a work.
"""


def words(text: str) -> frozenset[str]:
    """Take the words of a text."""
    return frozenset(text.split())


CSL_TYPES = words(
    """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
    hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
    paper-conference patent performance periodical personal_communication post post-weblog
    regulation report review review-book software song speech standard thesis treaty webpage
    """
)
CSL_NAMES = words(
    """
    author chair collection-editor compiler composer container-author contributor curator director
    editor editorial-director executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer
    series-creator translator
    """
)
CSL_DATES = words("accessed available-date event-date issued original-date submitted")
CSL_TEXTS = words(
    """
    archive archive-place archive_collection archive_location authority call-number
    chapter-number collection-number collection-title container-title container-title-short
    dimensions division DOI edition event event-place event-title genre ISBN ISSN issue
    jurisdiction language medium note number number-of-pages number-of-volumes
    original-publisher original-publisher-place original-title page page-first part part-title
    PMCID PMID printing publisher publisher-place references reviewed-genre reviewed-title scale
    section source status supplement title title-short URL version volume volume-title
    volume-title-short
    """
)
CSL_PRIVATE = words("abstract annote keyword")
"""What readers of a work note about it, for themselves; it is read, and never kept."""
