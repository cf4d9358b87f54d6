from briefing.text.hyphenate import Hyphenator
from tests.text.compile_patterns import compile_table, licence

TEX = r"""% title: Hyphenation patterns for Tests
% licence:
%     name: Public domain
% hyphenmins:
%     typesetting:
%         left: 2
%         right: 3
% ======
\patterns{ % a remark
.a2b1c 1d
e1f2g}
\hyphenation{
ta-ble
}
"""


def test_a_table_holds_the_patterns_by_their_weights():
    assert compile_table(TEX) == (
        "# Hyphenation patterns for Tests\n"
        "left 2\n"
        "right 3\n"
        "exceptions ta-ble\n"
        "00210 .abc\n"
        "0120 efg\n"
        "10 d\n"
    )


def test_a_table_breaks_words_as_its_patterns_say():
    table = Hyphenator(compile_table(TEX))

    assert table.breaks("abcdefgh") == (2, 3, 5)
    assert table.breaks("table") == (2,)


def test_the_licence_says_where_the_patterns_come_from():
    text = licence(TEX, "tt", "abc123")

    assert "compiled from hyph-tt.tex" in text
    assert "commit abc123" in text
    assert text.endswith("right: 3\n======\n")
