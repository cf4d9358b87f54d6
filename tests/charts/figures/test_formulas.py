"""Formulas in words."""

import pytest

from briefing.charts.figures.formulas import worded


def none_missing(_):
    return ""


@pytest.mark.parametrize(
    ("tex", "read"),
    [
        ("CO$_2$", "CO2"),
        ("km$^2$", "km²"),
        (r"$\mathdefault{10^{-3}}$", "10⁻³"),
        (r"$\mathdefault{-10^{4}}$", "−10⁴"),
        (r"$e^{x}$", "e^x"),
        (r"$e^{x + 1}$", "e^(x+1)"),
        (r"$x^{2n}$", "x²ⁿ"),
        (r"$\frac{1}{2}$", "1/2"),
        (r"$\frac{a+b}{c}$", "(a+b)/c"),
        (r"$\dfrac{x^2}{y}$", "x²/y"),
        (r"$\sqrt{2}$, $\sqrt[3]{x y}$", "√2, ³√xy"),
        (r"$\alpha_i \leq \beta'$", "αi≤β′"),
        (r"$\sum_{i=0}^{n} x_i$", "∑i=0ⁿxi"),
        (r"$\sin\,x$", "sin x"),
        (r"$\left(\frac{1}{2}\right.$", "(1/2"),
        (r"$\hat{x} + \bar y$", "x̂+ȳ"),
        (r"$\mathrm{max}\ \mathbf{v}$", "max v"),
        (r"$30^\circ$C", "30°C"),
        (r"costs \$5", "costs $5"),
        (r"$50\%$", "50%"),
        (r"$\binom{n}{k}$", "(n k)"),
        (r"$a\hspace{0.5}b$", "a b"),
        (r"$\genfrac{[}{]}{0}{0}{a}{b}$", "[a/b]"),
        (r"$\{1, 2\}$", "{1,2}"),
        (r"$\infty \times \pm$", "∞×±"),
    ],
)
def test_it_reads_as_it_would_be_said(tex, read):
    assert worded(tex, none_missing) == read


def test_signs_that_no_face_has_are_taken_apart_or_named():
    def missing(text):
        return "".join(sign for sign in text if sign in "ℝ∈⁻³")

    assert worded(r"$x \in \mathbb{R}$", none_missing) == "x∈R"
    assert worded(r"$x \in ℝ$", missing) == "x element of R"
    assert worded(r"$10^{-3}$", missing) == "10−3"
