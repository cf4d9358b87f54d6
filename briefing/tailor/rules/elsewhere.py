"""People whom one document names and another, for the same readers, keeps off the record."""

from briefing.errors import Diagnostic
from briefing.model.content import Content
from briefing.model.people import Person
from briefing.tailor.rules.conditions import Rules


def off_record_elsewhere(
    person: Person, document: str, content: Content, rules: Rules
) -> Diagnostic | None:
    """Tell of somebody who is named, though these readers also get a paper that must not do so.

    What the Chatham House Rule keeps from readers, it keeps from them in any document: they would
    know from the one who is meant by "a participant" in the other.

    Args:
        person: Named in `document`.
        document: The name of a document.
        content: Everything there is.
        rules: Of the readers.
    """
    if person.on_record or content.documents[document].neutral is not None:
        return None
    closed = [
        key
        for key, other in sorted(content.documents.items())
        if other.neutral is not None
        and rules.audience in other.audiences
        and not rules.withholds(other.conditions)
    ]
    if not closed:
        return None
    several = "documents" if len(closed) > 1 else "document"
    message = (
        f"document {document!r} names somebody for audience {rules.audience!r} whom "
        f"{several} {', '.join(map(repr, closed))} must not name to them"
    )
    hint = (
        "say audience or marking of who may know of them, put the document under chatham-house, "
        "too, or leave them out of it"
    )
    found = Diagnostic(person.where, message, hint, rule="off-record")
    return found.lowered(content.project.lowered)
