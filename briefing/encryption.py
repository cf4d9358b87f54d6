"""Encrypts finished files, after their proof (ISO 32000-2 7.6: AES with keys of 256 bits)."""

import stringprep
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal, get_args
from unicodedata import ucd_3_2_0

from msgspec import Struct

if TYPE_CHECKING:
    import pikepdf

Permission = Literal["print", "print-low", "copy", "annotate", "fill", "assemble", "modify"]
"""What users may be let do. Reading aloud is not among it: PDF/UA wants that it always may be done
(ISO 14289-1 7.16).
"""

PERMISSIONS: tuple[str, ...] = get_args(Permission)

_MOST_BYTES = 127
_FLAGS: Mapping[str, tuple[str, ...]] = {
    "print": ("print_lowres", "print_highres"),
    "print-low": ("print_lowres",),
    "copy": ("extract",),
    "annotate": ("modify_annotation",),
    "fill": ("modify_form",),
    "assemble": ("modify_assembly",),
    "modify": ("modify_other",),
}
_PROHIBITED = (
    stringprep.in_table_a1,
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


class Encryption(Struct, frozen=True):
    """Who may open files, and do what with them. Its passwords are never printed.

    Attributes:
        user_password: Opens a file. Where it is empty anybody can, and the file is not secret:
            permissions are kept by readers that choose to.
        owner_password: Opens a file and lifts all its restrictions.
        permissions: What users may do beside reading: names of `PERMISSIONS`. ``print-low`` is to
            print as a coarse picture, ``annotate`` includes to fill forms in.

    Raises:
        ValueError: With everything that is wrong with it; no password is part of the message.
    """

    user_password: str
    owner_password: str
    permissions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problems = find_problems(self.user_password, self.owner_password, self.permissions)
        if problems:
            raise ValueError("; ".join([f"{field}: {problem}" for field, problem in problems]))

    def __repr__(self) -> str:
        return f"Encryption(permissions={self.permissions!r})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("permissions", self.permissions)]


def find_problems(
    user_password: str, owner_password: str, permissions: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Say what an `Encryption` may not be made of.

    Returns:
        Pairs of a field's name and what is wrong with it, without a password or a part of one.
    """
    owner = _trouble_with(owner_password)
    if not owner_password:
        owner = "it is empty, and anybody could lift the restrictions"
    elif _prepared(owner_password) == _prepared(user_password):
        owner = "it is that of users too, and each of them could lift the restrictions"
    found = [("user_password", _trouble_with(user_password)), ("owner_password", owner)]
    if isinstance(permissions, str):
        found.append(
            ("permissions", f"one text instead of several names; write ({permissions!r},)")
        )
    else:
        found += [("permissions", _unknown(one)) for one in permissions if one not in PERMISSIONS]
    return tuple([(field, problem) for field, problem in found if problem])


def encrypt(pdf: bytes, encryption: Encryption) -> bytes:
    """Encrypt a file: AES-256, revision 6, with its attachments and its metadata.

    Metadata are encrypted as well, for a title tells what a paper is on. Nothing else changes: no
    date, no producer, no object is added, and the first part of the identifier stays. Keys and
    salts are random, so that two calls do not give the same bytes.

    Source:
        ISO 32000-2 7.6.4.4, algorithms 8 to 10.
    """
    import pikepdf  # late: it takes as long as everything else to load

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(
            out,
            encryption=pikepdf.Encryption(
                user=_prepared(encryption.user_password),
                owner=_prepared(encryption.owner_password),
                R=6,
                allow=_allowed(encryption.permissions),
                aes=True,
                metadata=True,
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.preserve,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _allowed(permissions: Iterable[str]) -> "pikepdf.Permissions":
    import pikepdf

    granted = {flag for name in permissions for flag in _FLAGS[name]}
    every = {flag: flag in granted for flags in _FLAGS.values() for flag in flags}
    return pikepdf.Permissions(accessibility=True, **every)


def _unknown(permission: str) -> str:
    if permission == "accessibility":
        return "'accessibility' is always granted, for PDF/UA wants it; leave it out"
    near = get_close_matches(permission, PERMISSIONS, n=1)
    guess = f"did you mean {near[0]!r}? " if near else ""
    return f"unknown permission {permission!r}; {guess}known: {', '.join(PERMISSIONS)}"


def _trouble_with(password: str) -> str:
    """Tell why readers could not all take a password alike; which character it is stays untold."""
    prepared = _prepared(password)
    if any(is_in(character) for character in prepared for is_in in _PROHIBITED):
        return "it has a character that no password may have, such as a control sign or an emoji"
    if prepared != ucd_3_2_0.normalize("NFC", password):
        return "it has a character that some readers take for another, such as a ligature or a ½"
    if _is_mixed(prepared):
        return "it mixes directions: where text runs from right to left, all of it must"
    count = len(prepared.encode())
    return (
        f"it has {count} bytes as UTF-8, and may have {_MOST_BYTES}" if count > _MOST_BYTES else ""
    )


def _prepared(password: str) -> str:
    """Write a password as readers do before they try it (SASLprep).

    Source:
        RFC 4013 2.1 and 2.2, which ISO 32000-2 7.6.4.3.3 names.
    """
    kept = [one for one in password if not stringprep.in_table_b1(one)]
    spaced = [" " if stringprep.in_table_c12(one) else one for one in kept]
    return ucd_3_2_0.normalize("NFKC", "".join(spaced))


def _is_mixed(password: str) -> bool:
    """Whether the rule for text from right to left is broken (RFC 3454, 6)."""
    leftward = [stringprep.in_table_d1(one) for one in password]
    if not any(leftward):
        return False
    ends = leftward[0] and leftward[-1]
    return not ends or any(stringprep.in_table_d2(one) for one in password)
