"""Nothing here is run."""

import functools

import nothing.of.the.kind

raise RuntimeError


def one(data): ...


def three(data, house, more): ...


def keywords(data, house, *, more): ...


class klass: ...


async def later(data, house): ...


if True:

    def nested(data, house): ...


def fine(data, house): ...


def starred(*given, **more): ...


@functools.cache
def decorated(): ...


def defaulted(data, house, more=1, *, most=2): ...
