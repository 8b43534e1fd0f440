"""Cuts Source Serif 4 into the parts that app/styles/fonts.css names, each with the characters that it names there.

    python3 scripts/fonts.py FOLDER_WITH_THE_TWO_VARIABLE_FONTS

The parts carry the name Glossa Serif, because the licence reserves the name Source for the unchanged font.
"""

import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "app/styles/fonts.css"
FONTS = ROOT / "app/fonts"
ORIGINALS = {
    "normal": "SourceSerif4Variable-Roman.otf.woff2",
    "italic": "SourceSerif4Variable-Italic.otf.woff2",
}
FEATURES = "kern liga clig calt ccmp locl mark mkmk smcp c2sc onum lnum tnum pnum frac sups case".split()
NAMES_KEPT = {0, 2, 5, 13, 14}  # copyright, style, version, licence and its address


def parts():
    """(file name, style, code points) of every part, in the order of the style sheet."""
    for block in re.findall(r"@font-face \{(.*?)\}", STYLES.read_text(), re.S):
        file = re.search(r"fonts/(glossa-serif-[\w-]+\.woff2)", block)
        if not file:
            continue
        style = re.search(r"font-style: (\w+)", block).group(1)
        ranges = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", block)
        points = {c for first, last in ranges for c in range(int(first, 16), int(last or first, 16) + 1)}
        yield file.group(1), style, points


def rename(font, part):
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in NAMES_KEPT]
    for number, value in ((1, "Glossa Serif"), (3, part), (4, "Glossa Serif"), (6, part)):
        names.setName(value, number, 3, 1, 0x409)


def cut(original, points, target):
    font = TTFont(original)
    options = subset.Options(layout_features=FEATURES, flavor="woff2", name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    rename(font, target.stem)
    font.flavor = "woff2"
    font.save(target)
    print(target.name, target.stat().st_size)


def main():
    originals = Path(sys.argv[1])
    for file, style, points in parts():
        cut(originals / ORIGINALS[style], points, FONTS / file)


main()
