"""Draws the example project's own pictures: ``python content/pictures/make.py``.

Nothing here is random: the same numbers come out on every machine, and a test compares the files.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent

BLUE, ACCENT, WHITE = "#12436d", "#b3402a", "#ffffff"
SKY, NEUTRAL, INK = "#d7e3ee", "#8296a8", "#0b2c49"

Point = tuple[float, float]


class Chance:
    """Numbers that follow no pattern to the eye (a linear congruential generator)."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def between(self, least: float, most: float) -> float:
        """Give the next number, from `least` to below `most`."""
        self._state = (self._state * 1103515245 + 12345) % 2**31
        return least + (most - least) * (self._state >> 8) / 2**23


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, nearer to `other` as `share` grows from 0 to 1."""
    pairs = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def path(points: Sequence[Point], fill: str) -> str:
    """A filled polygon, in tenths of a unit, each point told from the one before."""
    at = (0, 0)
    parts = []
    for number, (x, y) in enumerate(points):
        here = (round(x * 10), round(y * 10))
        if number == 0:
            parts.append(f"M{_tenths(here[0])} {_tenths(here[1])}l")
        elif here != at:
            parts.append(f"{_tenths(here[0] - at[0])} {_tenths(here[1] - at[1])}")
        at = here
    text = " ".join(parts).replace("l ", "l").replace(" -", "-")
    return f'<path fill="{fill}" d="{text}z"/>'


def _tenths(number: int) -> str:
    text = f"{number / 10:.1f}".removesuffix(".0")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    """A filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}"/>'


def svg(width: float, height: float, parts: Sequence[str]) -> str:
    """A whole file, in units of a millimetre."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="0 0 {width:g} {height:g}">'
    )
    return "\n".join([head, *parts, "</svg>"]) + "\n"


# --- mountains -----------------------------------------------------------------------------------


def crest(
    knots: Sequence[Point], chance: Chance, *, rough: float, sag: float, depth: int = 5
) -> list[Point]:
    """A line along the knots that gets rougher the nearer one looks.

    Args:
        knots: Points that it passes.
        chance: What makes it rough.
        rough: By how much it strays, as a share of the length of each stretch.
        sag: By how much it hangs through, which sharpens the summits.
        depth: How often each stretch is divided.
    """
    line = list(knots)
    for level in range(depth):
        finer = [line[0]]
        for one, other in pairwise(line):
            length = other[0] - one[0]
            share = chance.between(0.36, 0.64)
            stray = chance.between(-rough, rough) + (sag if level < 2 else 0.0)
            middle = one[1] + (other[1] - one[1]) * share + length * stray
            finer += [(one[0] + length * share, middle), other]
        line = finer
    return line


def veil(line: Sequence[Point], down: float) -> list[Point]:
    """The line further down and without its edges, as mist lies below a crest."""
    smooth = []
    for x in range(-8, 224, 8):
        near = [y for at, y in line if abs(at - x) < 9 + down / 3]
        smooth.append((float(x), sum(near) / len(near) + down))
    return smooth


def below(line: Sequence[Point], floor: float) -> list[Point]:
    """All that lies below a line, down to a floor."""
    inside = [(x, min(y, floor)) for x, y in line]
    return [(line[0][0], floor), *inside, (line[-1][0], floor)]


def ridge(line: Sequence[Point], floor: float, colour: str, air: str, *, fade: float) -> list[str]:
    """A range of mountains with mist at its feet.

    Args:
        line: Its crest.
        floor: How far down it reaches, behind what stands before it.
        colour: At its crest.
        air: That it fades into.
        fade: By how much.
    """
    steps = 10
    parts = [path(below(line, floor), colour)]
    for step in range(1, steps + 1):
        lower = veil(line, 1.5 + 3 * step)
        parts.append(path(below(lower, floor), mixed(colour, air, fade * step / steps)))
    return parts


def ridges() -> str:
    """Ranges of the Tian Shan behind foothills and steppe, with a low sun."""
    top, air = "#b9cddf", "#e3ecf3"
    # Nothing but the steppe reaches the lower edge, or it would shine through there.
    parts = [rect(0, 0, 210, 130, top)]
    parts += [rect(0, 6 * n, 210, 130 - 6 * n, mixed(top, air, n / 18)) for n in range(1, 19)]
    parts.append(circle(140, 97, 11, ACCENT))

    far = [(-8, 112), (6, 104), (17, 111), (35, 93), (47, 106), (54, 101), (63, 108), (80, 85),
           (97, 106), (108, 97), (120, 106), (126, 101), (139, 105), (162, 89), (174, 105),
           (184, 99), (195, 108), (206, 100), (222, 111)]  # fmt: skip
    line = crest(far, Chance(8), rough=0.17, sag=0.06)
    parts += ridge(line, 150, WHITE, "#c9d8e5", fade=0.9)

    high = [(-8, 119), (14, 111), (30, 122), (46, 113), (62, 124), (78, 117), (96, 127), (120, 112),
            (136, 123), (152, 116), (168, 126), (190, 111), (222, 124)]  # fmt: skip
    line = crest(high, Chance(12), rough=0.16, sag=0.05)
    parts += ridge(line, 165, "#93afc8", "#e6edf3", fade=0.75)
    spurs = [(-8, 135), (30, 124), (52, 135), (68, 130), (98, 139), (134, 127), (150, 135),
             (168, 129), (222, 140)]  # fmt: skip
    line = crest(spurs, Chance(31), rough=0.13, sag=0.04)
    parts += ridge(line, 180, "#5d85a8", "#c0d1e0", fade=0.7)
    hills = [(-8, 152), (14, 146), (46, 153), (82, 147), (120, 156), (156, 148), (174, 151),
             (198, 145), (222, 150)]  # fmt: skip
    line = crest(hills, Chance(44), rough=0.1, sag=0.02)
    parts += ridge(line, 178, "#3f6f99", "#8fadc8", fade=0.6)
    low = [(-8, 160), (36, 158), (70, 164), (132, 158), (178, 167), (222, 161)]
    line = crest(low, Chance(54), rough=0.06, sag=0.01)
    parts += ridge(line, 186, "#255785", "#5883a9", fade=0.5)
    steppe = [(-8, 174), (60, 177), (130, 172), (222, 179)]
    line = crest(steppe, Chance(68), rough=0.03, sag=0.0, depth=4)
    parts.append(path(below(line, 190), BLUE))  # as the sheet that it runs out into
    return svg(210, 190, parts)


# --- a road --------------------------------------------------------------------------------------


def bends(points: Sequence[Point]) -> str:
    """A smooth line through points, as path data (Catmull and Rom's curve)."""
    padded = [points[0], *points, points[-1]]
    data = f"M{points[0][0]:g} {points[0][1]:g}"
    for before, one, other, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        leave = [a + (c - b) / 6 for a, b, c in zip(one, before, other, strict=True)]
        arrive = [a - (c - b) / 6 for a, b, c in zip(other, one, after, strict=True)]
        data += "C" + " ".join(f"{number:.2f}" for number in (*leave, *arrive, *other))
    return data


def yurt(x: float, y: float, size: float) -> list[str]:
    """A round tent that stands on (x, y)."""
    eaves, crown = y - size * 0.36, y - size * 0.7
    edge, ring = size / 2, size * 0.09
    roof = (
        f"M{x - edge - size * 0.04:.2f} {eaves:.2f}"
        f"Q{x - size * 0.32:.2f} {crown + size * 0.06:.2f} {x - ring:.2f} {crown:.2f}"
        f"H{x + ring:.2f}Q{x + size * 0.32:.2f} {crown + size * 0.06:.2f} "
        f"{x + edge + size * 0.04:.2f} {eaves:.2f}z"
    )
    return [
        path([(x - edge, y), (x - edge, eaves), (x + edge, eaves), (x + edge, y)], "#33648f"),
        f'<path fill="{BLUE}" d="{roof}"/>',
        rect(round(x - size * 0.09, 2), round(y - size * 0.27, 2), round(size * 0.18, 2),
             round(size * 0.27, 2), WHITE),
    ]  # fmt: skip


def route() -> str:
    """A caravan road with its stops, over the steppe to the horizon."""
    parts = []
    far = [(0, 11), (18, 8.5), (34, 10.6), (52, 7), (66, 9.4), (80, 8), (98, 10.4), (118, 6.4),
           (134, 9), (148, 7.4), (164, 9.6)]  # fmt: skip
    line = crest(far, Chance(6), rough=0.05, sag=0.02, depth=4)
    parts += fading(line, "#c3d3e1", WHITE, steps=9, drop=1.2)
    near = [(0, 14.6), (30, 16), (62, 14), (100, 15.8), (136, 13.6), (164, 15)]
    line = crest(near, Chance(17), rough=0.02, sag=0.0, depth=4)
    parts += fading(line, "#a3bbd0", WHITE, steps=12, drop=1.1)
    road = [(0, 28), (16, 26.6), (40, 23.4), (54, 25), (78, 20.6), (94, 21.8), (112, 18.4),
            (124, 18.9), (140, 16.2), (150, 15.6), (160, 14.4)]  # fmt: skip
    parts.append(
        f'<path fill="none" stroke="{ACCENT}" stroke-width=".45" stroke-linecap="round" '
        f'stroke-dasharray="1.6 1.2" d="{bends(road)}"/>'
    )
    stops = ((16, 26.6, 1.25), (54, 25, 1.1), (94, 21.8, 0.95), (124, 18.9, 0.8), (150, 15.6, 0.7))
    for x, y, radius in stops:
        parts += yurt(x + radius * 0.4, y - radius * 2.6, radius * 4.4)
        parts.append(circle(x, y, radius, WHITE))
        parts.append(circle(x, y, round(radius * 0.66, 2), ACCENT))
    return svg(164, 30, parts)


def fading(line: Sequence[Point], colour: str, air: str, *, steps: int, drop: float) -> list[str]:
    """Land that fades into the paper below its crest, in strips, each over the one before."""
    rough = [*line[:: max(1, len(line) // 40)], line[-1]]
    parts = []
    for step in range(steps + 1):
        upper = line if step == 0 else [(x, y + drop * step) for x, y in rough]
        lower = [(x, y + drop * (step + 2)) for x, y in reversed(rough)]
        parts.append(path([*upper, *lower], mixed(colour, air, step / steps)))
    return parts


# --- a desk --------------------------------------------------------------------------------------


def portrait() -> str:
    """A desk at a window, in the place of an author's portrait."""
    pale, wall = "#c3d3e1", "#e3ecf3"
    parts = [rect(0, 0, 50, 50, wall)]
    parts += [rect(7, 6, 24, 27, WHITE), rect(8, 7, 22, 25, SKY)]
    parts.append(circle(22, 19, 3.2, ACCENT))
    peaks = [(8, 27), (13, 19), (16, 22), (19, 20), (25, 27), (30, 23), (30, 32), (8, 32)]
    hills = [(8, 29), (14, 25.5), (20, 29), (26, 26.5), (30, 28), (30, 32), (8, 32)]
    parts += [path(peaks, pale), path(hills, NEUTRAL)]
    parts += [rect(18.6, 7, 0.8, 25, WHITE), rect(8, 18.2, 22, 0.8, WHITE)]
    parts += [rect(5.5, 32, 27, 1.6, WHITE)]
    parts += [rect(0, 40, 50, 10, BLUE), rect(0, 40, 50, 1.2, "#2f5f8a")]
    parts += [rect(6, 37, 15, 3, "#33648f"), rect(7.5, 34.4, 13, 2.6, WHITE),
              rect(7.5, 34.4, 2.2, 2.6, NEUTRAL), rect(6.8, 32, 12, 2.4, ACCENT)]  # fmt: skip
    parts += [rect(36, 38.9, 8, 1.1, INK), rect(39.6, 22, 0.8, 17, INK)]
    parts.append(path([(31, 24.5), (34.6, 17.4), (40.4, 17.4), (44, 24.5)], INK))
    parts.append(path([(31.6, 24.5), (43.4, 24.5), (42.6, 25.6), (32.4, 25.6)], "#f6e7c8"))
    parts.append(path([(24, 40), (26, 38.9), (35, 38.9), (33.6, 40)], WHITE))
    return svg(50, 50, parts)


DRAWN = {"ridges.svg": ridges, "route.svg": route, "portrait.svg": portrait}


def main() -> None:
    """Write all pictures beside this file."""
    for name, draw in DRAWN.items():
        (HERE / name).write_text(draw(), "utf-8")


if __name__ == "__main__":
    main()
