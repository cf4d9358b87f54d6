"""Pictures from files, with the text around them."""

from briefing.model.content import PictureSpec
from briefing.model.manuscript import Picture
from briefing.tailor.words.inlines import plain_text, word
from briefing.tailor.words.judged import Told, judge_alternative
from briefing.tailor.words.titles import alternative_text
from briefing.tailor.work import Scope, Work


def place_picture(spec: PictureSpec, at: Work, scope: Scope) -> Picture:
    """Word what is said of a picture; where it stands is for who places it."""
    alt, title = alternative_text(spec.alt, spec.where, at, scope), word(spec.title, at, scope)
    told = Told("picture", spec.id, spec.where)
    judge_alternative((spec.alt, spec.title), alt, plain_text(title), told, at)
    return Picture(
        id=at.print_id(spec.id, scope),
        image=spec.image,
        alt=alt,
        title=title,
        note=word(spec.note, at, scope),
        credit=word(spec.credit, at, scope),
        span=spec.span,
        position="here",
        beside=False,
        where=spec.where,
        is_code=bool(spec.code),
    )
