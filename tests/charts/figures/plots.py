"""Figures of all the kinds that matplotlib's own gallery has; all data in them are invented."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
from matplotlib import dates, patheffects, ticker
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Ellipse, Polygon, RegularPolygon, Wedge
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

Plot = Callable[[], Figure]

SIZE = (4.74, 3.14)

PLOTS: dict[str, Plot] = {}


def plot(function: Plot) -> Plot:
    PLOTS[function.__name__.replace("_", " ")] = function
    return function


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def figure(**more) -> Figure:
    return Figure(figsize=SIZE, **more)


# --- lines and areas -----------------------------------------------------------------------------


@plot
def legend_with_shadow():
    made = figure()
    axes = made.add_subplot(title="Three lines and what they mean")
    x = np.linspace(0, 6, 80)
    for number, name in enumerate(("first", "second", "third")):
        axes.plot(x, np.sin(x + number), label=f"The {name} line")
    axes.legend(shadow=True, fancybox=True, title="Lines", framealpha=1)
    return made


@plot
def dashes():
    made = figure()
    axes = made.add_subplot()
    styles = ["-", "--", "-.", ":", (0, (5, 1, 1, 1)), (3, (6, 2)), (1.5, (1, 3)), (0, (3, 1, 2))]
    for number, style in enumerate(styles):
        caps = ("butt", "round", "projecting")[number % 3]
        axes.plot([0, 1, 2], [number, number + 1, number], ls=style, lw=2, dash_capstyle=caps)
    axes.plot([0, 2], [9.5, 9.5], ls=(0, (6, 6)), lw=4, color="C0", gapcolor="C1")
    return made


@plot
def twin_axes():
    made = figure()
    left = made.add_subplot(xlabel="Year", ylabel="Left")
    right = left.twinx()
    left.plot(range(10), np.arange(10) ** 2, "C0")
    right.plot(range(10), 100 - np.arange(10), "C1--")
    right.set_ylabel("Right", color="C1")
    return made


@plot
def constrained_layout():
    made = figure(layout="constrained")
    for number, axes in enumerate(made.subplots(2, 2).flat):
        axes.plot(np.cumsum(chance(number).normal(size=50)))
        axes.set(title=f"Panel {number + 1}", xlabel="Step", ylabel="Sum")
    made.suptitle("Four of them")
    return made


@plot
def tight_layout():
    made = figure(layout="tight")
    for number, axes in enumerate(made.subplots(1, 3).flat):
        axes.step(range(12), chance(number).integers(0, 9, 12), where="mid")
        axes.set(title=f"Step {number + 1}", ylabel="Count")
    return made


@plot
def areas_between():
    made = figure()
    axes = made.add_subplot()
    x = np.linspace(0, 10, 200)
    axes.fill_between(x, np.sin(x), np.cos(x), where=np.sin(x) > np.cos(x), alpha=0.4)
    axes.fill_between(x, np.sin(x), np.cos(x), where=np.sin(x) <= np.cos(x), color="C3", alpha=0.4)
    axes.plot(x, np.sin(x), x, np.cos(x), lw=0.8, color="black")
    return made


@plot
def stacked_areas():
    made = figure()
    axes = made.add_subplot()
    rows = chance().random((4, 30)) + 0.4
    axes.stackplot(range(30), rows, labels=list("abcd"), baseline="wiggle")
    axes.legend(loc="upper left", ncols=4)
    return made


@plot
def steps_and_stems():
    made = figure()
    axes = made.add_subplot()
    values = chance().random(14)
    axes.stem(range(14), values)
    axes.step(range(14), values + 1, where="post")
    axes.stairs(values[:-1] + 2, range(14), fill=True, alpha=0.5)
    axes.eventplot([[1, 3, 4], [2, 6, 11]], lineoffsets=[3.4, 3.8], linelengths=0.3)
    return made


@plot
def dates_along_the_axis():
    made = figure()
    axes = made.add_subplot()
    days = [date(2024, 1, 1) + timedelta(days=7 * number) for number in range(60)]
    axes.plot(days, np.cumsum(chance().normal(size=60)))
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(axes.xaxis.get_major_locator()))
    axes.axvspan(date(2024, 5, 1), date(2024, 8, 1), color="0.9")
    axes.grid()
    return made


@plot
def logarithms():
    made = figure()
    left, right = made.subplots(1, 2)
    x = np.logspace(0, 4, 40)
    left.loglog(x, x**1.5, "o-", ms=3)
    left.grid(which="both", alpha=0.3)
    right.plot(np.linspace(-100, 100, 99), np.linspace(-100, 100, 99) ** 3)
    right.set_yscale("symlog")
    return made


@plot
def lines_with_holes():
    made = figure()
    axes = made.add_subplot()
    y = np.cumsum(chance().normal(size=400))
    y[50:70] = y[200] = np.nan
    axes.plot(y)
    axes.plot(np.ma.masked_less(y, 0) + 4, "C1.", ms=2)
    return made


@plot
def long_lines():
    made = figure()
    axes = made.add_subplot(xlim=(0, 20_000))
    axes.plot(np.cumsum(chance().normal(size=20_000)), lw=0.7)
    axes.plot([-1e7, 1e7], [-1e5, 1e5], "C3", lw=1)
    axes.set_ylim(-200, 200)
    return made


@plot
def many_lines():
    made = figure()
    axes = made.add_subplot(xlim=(0, 1), ylim=(0, 1))
    ends = chance().random((60, 2, 2))
    lines = LineCollection(ends, array=np.arange(60), cmap="viridis", linewidths=[0.5, 1, 2])
    axes.add_collection(lines)
    axes.add_collection(LineCollection(ends[:5] * 0.5, linestyles=["--", ":"], colors="red"))
    return made


# --- bars and shares -----------------------------------------------------------------------------


@plot
def bars_with_errors():
    made = figure()
    axes = made.add_subplot()
    values = chance().random(6) + 1
    bars = axes.bar(list("abcdef"), values, yerr=0.2, capsize=4, color="C2", edgecolor="black")
    axes.bar_label(bars, fmt="%.2f", padding=2)
    axes.errorbar(range(6), values + 1, xerr=0.2, yerr=0.1, fmt="s", ecolor="C3", lolims=True)
    return made


@plot
def twelve_hatches():
    made = figure()
    axes = made.add_subplot()
    hatches = ["/", "\\", "|", "-", "+", "x", "o", "O", ".", "*", "//", "xx.."]
    for number, hatch in enumerate(hatches):
        axes.bar(number, 5 + number % 3, hatch=hatch, color=f"C{number % 5}", edgecolor="black")
    axes.fill_between([0, 11], 9, 11, hatch="//o", facecolor="none", edgecolor="C1")
    axes.barh([12], [10], hatch="..", facecolor="white", edgecolor="C4")
    return made


@plot
def pie():
    made = figure()
    axes = made.add_subplot()
    shares = [35, 25, 20, 15, 5]
    names = ["Wheat", "Rice", "Maize", "Barley", "Rye"]
    axes.pie(shares, explode=(0, 0.1, 0, 0, 0), labels=names, autopct="%d%%", startangle=40)
    return made


@plot
def shaded_pie():
    made = figure()
    axes = made.add_subplot()
    axes.pie([3, 2, 1], labels=["three", "two", "one"], shadow=True, wedgeprops={"width": 0.5})
    return made


@plot
def boxes_and_violins():
    made = figure()
    left, right = made.subplots(1, 2)
    rows = [chance(seed).normal(seed, 1, 80) for seed in range(4)]
    left.boxplot(rows, notch=True, patch_artist=True)
    right.violinplot(rows, showmedians=True)
    return made


@plot
def histograms():
    made = figure()
    axes = made.add_subplot()
    for seed, style in enumerate(("bar", "step", "stepfilled")):
        values = chance(seed).normal(seed, 1, 600)
        axes.hist(values, bins=30, histtype=style, alpha=0.6, label=style)
    axes.legend()
    return made


@plot
def table():
    made = figure()
    axes = made.add_subplot()
    axes.axis("off")
    cells = [[f"{row * column}" for column in range(1, 5)] for row in range(1, 5)]
    axes.table(
        cells,
        rowLabels=["One", "Two", "Three", "Four"],
        colLabels=["a", "b", "c", "d"],
        loc="center",
        colColours=["0.9"] * 4,
    )
    return made


# --- fields --------------------------------------------------------------------------------------


def waves(count: int = 40):
    x, y = np.meshgrid(np.linspace(-3, 3, count), np.linspace(-2, 2, count))
    return x, y, np.sin(x) * np.cos(y) + 0.3 * x


@plot
def image():
    made = figure()
    axes = made.add_subplot()
    made.colorbar(axes.imshow(waves(12)[2], cmap="plasma"), ax=axes, label="How much")
    return made


@plot
def smooth_image():
    made = figure()
    left, right = made.subplots(1, 2)
    left.imshow(waves(12)[2], interpolation="bicubic")
    right.imshow(chance().random((20, 20, 3)), interpolation="none", origin="lower")
    return made


@plot
def turned_image():
    made = figure()
    axes = made.add_subplot(xlim=(-30, 30), ylim=(-25, 25))
    turn = Affine2D().rotate_deg(30).skew_deg(10, 0) + axes.transData
    axes.imshow(waves(20)[2], extent=(-12, 12, -10, 10), transform=turn, alpha=0.8)
    axes.plot([-30, 30], [-25, 25], zorder=-1)
    return made


@plot
def images_one_sees_through():
    made = figure()
    axes = made.add_subplot()
    axes.imshow(waves(30)[2], extent=(0, 4, 0, 3), alpha=0.6, cmap="gray")
    alpha = np.tile(np.linspace(0, 1, 30), (30, 1))
    axes.imshow(waves(30)[2].T, extent=(2, 6, 1, 4), alpha=alpha)
    axes.set(xlim=(0, 6), ylim=(0, 4))
    axes.text(3, 2, "on top")
    return made


@plot
def clipped_images_and_lines():
    made = figure()
    axes = made.add_subplot(aspect="equal", xlim=(0, 4), ylim=(0, 3))
    round_ = Circle((1.4, 1.5), 1.1, transform=axes.transData)
    axes.imshow(waves(30)[2], extent=(0, 3, 0, 3)).set_clip_path(round_)
    star = RegularPolygon((3, 1.5), 5, radius=0.9, transform=axes.transData)
    for y in np.linspace(0, 3, 25):
        (line,) = axes.plot([0, 4], [y, y], "C3")
        line.set_clip_path(star)
    axes.set(xlim=(0, 4), ylim=(0, 3))
    return made


@plot
def contours():
    made = figure()
    axes = made.add_subplot()
    lines = axes.contour(*waves(), levels=9, colors="black", linewidths=0.8)
    axes.clabel(lines, fontsize=8)
    return made


@plot
def filled_contours():
    made = figure()
    axes = made.add_subplot()
    filled = axes.contourf(*waves(), levels=8, extend="both")
    made.colorbar(filled, ax=axes, orientation="horizontal")
    return made


@plot
def coloured_mesh():
    made = figure()
    axes = made.add_subplot()
    x, y, z = waves(14)
    made.colorbar(axes.pcolormesh(x + 0.2 * y, y, z, edgecolors="white", lw=0.5), ax=axes)
    return made


@plot
def gouraud():
    made = figure()
    left, right = made.subplots(1, 2)
    x, y, z = waves(12)
    left.pcolormesh(x, y, z, shading="gouraud")
    points = chance().random((30, 2))
    right.tripcolor(points[:, 0], points[:, 1], points.sum(axis=1), shading="gouraud")
    right.triplot(points[:, 0], points[:, 1], color="black", lw=0.4)
    return made


@plot
def hexagons():
    made = figure()
    axes = made.add_subplot()
    points = chance().normal(size=(2, 3000))
    made.colorbar(axes.hexbin(*points, gridsize=22, cmap="Blues", mincnt=1), ax=axes)
    return made


@plot
def arrows_of_a_field():
    made = figure()
    axes = made.add_subplot()
    x, y, z = waves(12)
    shown = axes.quiver(x, y, np.cos(x), np.sin(y), z, cmap="coolwarm")
    axes.quiverkey(shown, 0.8, 1.04, 2, "two", labelpos="E")
    return made


@plot
def streams():
    made = figure()
    axes = made.add_subplot()
    x, y, z = waves(30)
    axes.streamplot(x, y, np.cos(y), np.sin(x), color=z, linewidth=1, density=0.8)
    return made


# --- points --------------------------------------------------------------------------------------


@plot
def thirty_six_markers():
    made = figure()
    axes = made.add_subplot(xlim=(-0.5, 8.5), ylim=(-0.5, 4.5))
    for number, marker in enumerate(list(Line2D.markers)[:36]):
        fill = Line2D.fillStyles[number % 6]
        axes.plot(number % 9, number // 9, marker=marker, ms=10, fillstyle=fill, mfcalt="C1")
    axes.plot([4.2, 5, 6], [4, 4.2, 4], marker=r"$\clubsuit$", ms=12)
    return made


@plot
def scatter():
    made = figure()
    axes = made.add_subplot()
    x, y, size = chance().random((3, 120))
    axes.scatter(x, y, s=300 * size, c=size, alpha=0.5, edgecolors="black", linewidths=0.5)
    axes.scatter(y, x, s=9, marker="^", color="red")
    return made


@plot
def scatter_by_kind():
    made = figure()
    axes = made.add_subplot()
    for seed, marker in enumerate("osD*"):
        points = chance(seed).normal(seed, 1, (2, 60))
        axes.scatter(
            *points,
            marker=marker,
            label=f"kind {seed}",
            facecolors="none" if seed else None,
            edgecolors=f"C{seed}",
        )
    axes.legend(loc="lower right")
    return made


@plot
def shapes():
    made = figure()
    axes = made.add_subplot(xlim=(0, 6), ylim=(0, 4))
    several = [
        Circle((1, 1), 0.7), Ellipse((3, 1), 2, 0.9, angle=30),
        Wedge((5, 1), 0.8, 30, 300, width=0.3),
        Polygon([(0.4, 2.4), (1.6, 2.4), (1, 3.6)]), RegularPolygon((3, 3), 6, radius=0.7),
    ]  # fmt: skip
    axes.add_collection(PatchCollection(several, array=np.arange(5), alpha=0.6))
    curve = Path([(4.2, 2.4), (5, 4.4), (5.8, 2.4), (4.2, 2.4)], [1, 3, 3, 79])
    axes.scatter([5], [3], marker=curve, s=900, color="C3")
    return made


# --- text ----------------------------------------------------------------------------------------


@plot
def arrows_to_notes():
    made = figure()
    axes = made.add_subplot(xlim=(0, 10), ylim=(0, 6))
    styles = ["->", "-|>", "fancy", "wedge", "simple"]
    for number, style in enumerate(styles):
        axes.annotate(
            f"style {number + 1}", (2 * number + 1, 1), (2 * number + 0.4, 4.4),
            arrowprops={"arrowstyle": style, "connectionstyle": f"arc3,rad={0.1 * number}"},
            bbox={"boxstyle": ("round", "sawtooth", "square", "larrow", "circle")[number],
                  "fc": "0.9"},
        )  # fmt: skip
    return made


@plot
def turned_text():
    made = figure()
    axes = made.add_subplot(xlim=(0, 10), ylim=(0, 6))
    for number, angle in enumerate((0, 30, 45, 90, 135, 180, 270, 315)):
        axes.text(number + 1, 3, f"turned {angle}", rotation=angle, ha="center", va="center")
    axes.text(1, 0.6, "along", rotation=20, rotation_mode="anchor")
    axes.set_xticks(range(10), [f"name {number}" for number in range(10)], rotation=40, ha="right")
    made.subplots_adjust(bottom=0.25)
    return made


@plot
def text_in_several_lines():
    made = figure()
    axes = made.add_subplot(xlim=(0, 10), ylim=(0, 6))
    text = "The first line\nand a second, longer one\nthe third"
    for number, align in enumerate(("left", "center", "right")):
        axes.text(3.2 * number + 1.6, 5, text, ha=align, va="top", size=7)
    axes.text(5, 1, text, linespacing=1.6, rotation=15, ha="center", size=8, style="italic")
    axes.set_title("A title\nof two lines", weight="bold", loc="left")
    return made


@plot
def cyrillic():
    made = figure()
    axes = made.add_subplot(title="Цены на зерно в 2024 году", ylabel="Тенге за тонну")
    axes.bar(["Казахстан", "Кыргызстан", "Узбекистан"], [3, 2, 4])
    axes.text(0, 1, "Ąęłöß ’", size=14)
    return made


def formulas(fontset: str) -> Figure:
    made = figure()
    parts = [r"$\alpha^2 + \beta_i = \gamma$", r"$\frac{x}{y} \sqrt{z}$",
             r"$\sum_{i=0}^{n} x_i \leq \infty$", r"CO$_2$ in 10$^{-3}$ kg"]  # fmt: skip
    for number, part in enumerate(parts):
        text = made.text(0.1 + 0.45 * (number % 2), 0.7 - 0.4 * (number // 2), part, size=14)
        text.set_math_fontfamily(fontset)
    return made


@plot
def formulas_in_dejavu():
    return formulas("dejavusans")


@plot
def formulas_in_stix():
    return formulas("stix")


@plot
def formulas_in_computer_modern():
    return formulas("cm")


@plot
def path_effects():
    made = figure()
    axes = made.add_subplot()
    axes.imshow(waves(8)[2])
    rim = [patheffects.withStroke(linewidth=3, foreground="white")]
    axes.text(1, 2, "with a halo", path_effects=rim, size=13)
    axes.text(1, 4, "turned, too", path_effects=rim, size=13, rotation=25)
    shadow = [patheffects.SimpleLineShadow(), patheffects.Normal()]
    axes.plot([0, 7], [6, 1], lw=4, path_effects=shadow)
    both = [patheffects.SimplePatchShadow(), patheffects.Normal()]
    axes.add_patch(Circle((6, 6), 0.8, color="C1", path_effects=both))
    return made


# --- axes of other kinds -------------------------------------------------------------------------


@plot
def polar():
    made = figure()
    axes = made.add_subplot(projection="polar")
    angles = np.linspace(0, 2 * np.pi, 100)
    axes.plot(angles, 1 + np.sin(3 * angles))
    axes.bar(angles[::10], np.linspace(0.2, 1.6, 10), width=0.4, alpha=0.5)
    return made


@plot
def surface_in_three_dimensions():
    made = figure()
    axes = made.add_subplot(projection="3d")
    axes.plot_surface(*waves(16), cmap="viridis", lw=0.2, edgecolor="white")
    return made


@plot
def points_in_three_dimensions():
    made = figure()
    axes = made.add_subplot(projection="3d", xlabel="x", ylabel="y", zlabel="z")
    x, y, z = chance().random((3, 50))
    axes.scatter(x, y, z, c=z)
    axes.bar3d([0.2], [0.2], [0], [0.2], [0.2], [0.6])
    return made


@plot
def insets():
    made = figure()
    axes = made.add_subplot()
    y = np.cumsum(chance().normal(size=200))
    axes.plot(y)
    inner = axes.inset_axes(
        [0.6, 0.6, 0.35, 0.35], xlim=(50, 90), ylim=(y[50:90].min(), y[50:90].max())
    )
    inner.plot(y, "C1")
    axes.indicate_inset_zoom(inner, edgecolor="black")
    return made


@plot
def broken_scales():
    made = figure()
    upper, lower = made.subplots(2, 1, sharex=True)
    for axes in (upper, lower):
        axes.plot([0, 1, 2], [1, 2, 90], marker="o", clip_on=False)
    upper.set_ylim(80, 100)
    lower.set_ylim(0, 3)
    upper.spines.bottom.set_visible(False)
    lower.spines.top.set_visible(False)
    lower.xaxis.set_major_locator(ticker.MultipleLocator(1))
    mark = {
        "marker": [(-1, -0.5), (1, 0.5)], "markersize": 12, "ls": "none", "color": "k",
        "mec": "k", "clip_on": False,
    }  # fmt: skip
    upper.plot([0, 1], [0, 0], transform=upper.transAxes, **mark)
    lower.plot([0, 1], [1, 1], transform=lower.transAxes, **mark)
    return made


@plot
def sketch():
    made = figure()
    axes = made.add_subplot()
    (line,) = axes.plot(np.linspace(0, 1, 30) ** 2)
    line.set_sketch_params(2, 60, 2)
    for bar in axes.bar(range(0, 30, 5), np.linspace(0, 1, 6)):
        bar.set_sketch_params(1, 40, 2)
    return made


@plot
def parts_in_pixels():
    made = figure()
    axes = made.add_subplot(title="Ten thousand points")
    points = chance().normal(size=(2, 10_000))
    axes.scatter(*points, s=2, alpha=0.3, rasterized=True)
    axes.plot([-3, 3], [-3, 3], "C1")
    return made


@plot
def subfigures():
    made = figure(layout="constrained")
    left, right = made.subfigures(1, 2, width_ratios=[2, 1])
    left.suptitle("Left")
    left.set_facecolor("0.9")
    left.subplots(2, 1, sharex=True)[0].plot(range(5))
    right.subplots().barh(["long name", "b"], [1, 2])
    return made
