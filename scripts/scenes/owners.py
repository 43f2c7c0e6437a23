"""Strings of digits, and which digits each pixel belongs to: bit i of an owner is set where the string's digit i has ink."""

import numpy as np
from scipy import ndimage

from . import glyphs, numbers, pages

BELONGS = 0.3
WORDS = (
    "Total Name Year Room Phone Page Price Date Kg Result No Tel Nr Sum am EUR Seite km Code Z B A x m g s O l".split()
)


class Line:
    """Coverage of writing, and the owners of its pixels."""

    def __init__(self, coverage, owners):
        self.coverage = coverage
        self.owners = owners

    @staticmethod
    def of_no_digit(coverage):
        return Line(coverage, np.zeros(coverage.shape, np.int32))

    def trimmed(self):
        rows = np.flatnonzero((self.coverage > numbers.BLANK).any(1))
        columns = np.flatnonzero((self.coverage > numbers.BLANK).any(0))
        box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        return Line(self.coverage[box], self.owners[box])

    def turned(self, degrees):
        side = int(np.abs(np.sin(np.radians(degrees))) * self.coverage.shape[1]) + 4
        margin = ((side, side), (4, 4))
        return Line(
            ndimage.rotate(np.pad(self.coverage, margin), degrees, reshape=False, order=1),
            ndimage.rotate(np.pad(self.owners, margin), degrees, reshape=False, order=0),
        ).trimmed()

    def erase(self, rows):
        self.coverage[rows] = 0
        self.owners[rows] = 0


def beside(lines):
    """Lines from left to right, on one base."""
    tall = max(line.coverage.shape[0] for line in lines)

    def joined(planes):
        return np.hstack([np.pad(plane, ((tall - plane.shape[0], 0), (0, 0))) for plane in planes])

    return Line(joined([line.coverage for line in lines]), joined([line.owners for line in lines]))


def string(chance, hand, digits, height, gap):
    """As numbers.string, with owners."""
    coverages = [hand.digit(chance, digit, height * chance.between(0.88, 1.06)) for digit in digits]
    tall = round(height * 1.3)
    shape = (tall, sum(c.shape[1] for c in coverages) + 40 * len(digits))
    line = Line(np.zeros(shape, np.float32), np.zeros(shape, np.int32))
    x = 2
    for index, coverage in enumerate(coverages):
        y = max(0, min(tall - coverage.shape[0], round((tall - coverage.shape[0]) / 2 + chance.between(-0.06, 0.06) * height)))
        box = slice(y, y + coverage.shape[0]), slice(x, x + coverage.shape[1])
        line.owners[box][coverage > BELONGS] |= 1 << index
        np.maximum(line.coverage[box], coverage, out=line.coverage[box])
        x += coverage.shape[1] + gap(chance)
    return line.trimmed()


def broken(chance, line, height):
    """With one or two gaps across all digits."""
    for _ in range(chance.whole(1, 2)):
        y = chance.whole(2, max(3, line.coverage.shape[0] - 5))
        line.erase(slice(y, y + max(1, round(height * chance.between(0.02, 0.05)))))
    return line


def with_word(chance, line, height):
    word = glyphs.printed(chance, chance.one_of(*WORDS), height * chance.between(0.7, 1.2))
    gap = np.zeros((1, round(height * chance.between(0.4, 1.2))), np.float32)
    parts = [line, Line.of_no_digit(gap), Line.of_no_digit(word)]
    return beside(parts[::-1] if chance.often(0.6) else parts)


def sign(chance, tall, height):
    """A point or a dash with its gaps."""
    pen = max(2, round(height * chance.between(0.09, 0.16)))
    point = chance.often(0.6)
    wide = round(height * (chance.between(0.25, 0.5) if point else chance.between(0.4, 0.8)))
    coverage = np.zeros((tall, wide), np.float32)
    middle = wide // 2
    if point:
        coverage[-pen - 1 : -1, middle - pen // 2 : middle - pen // 2 + pen] = 1
    else:
        reach = round(height * chance.between(0.1, 0.17))
        coverage[tall // 2 - pen // 2 : tall // 2 + max(1, pen // 2), max(0, middle - reach) : middle + reach] = 1
    return Line.of_no_digit(coverage)


def with_sign(chance, hand, digits, height, gap):
    """A string with a point or a dash before, between or behind its digits."""
    at = chance.whole(0, len(digits))
    parts = []
    if at:
        parts.append(string(chance, hand, digits[:at], height, gap))
    parts.append(sign(chance, round(height), height))
    if at < len(digits):
        rest = string(chance, hand, digits[at:], height, gap)
        parts.append(Line(rest.coverage, rest.owners << at))
    return beside(parts)


def page(chance):
    """A page with a string, the owners of its pixels, and the string's digits."""
    kind = chance.generator.choice(["mnist", "strokes", "font"], p=[0.78, 0.15, 0.07])
    way = chance.generator.choice(["apart", "touching", "overlapping", "mixed"], p=[0.2, 0.3, 0.3, 0.2])
    digits, height, wide = numbers.digits_of(chance), chance.about(36, 2.23), chance.whole(2, 12)
    gap = {
        "apart": lambda chance: max(2, wide + chance.whole(-1, 1)),
        "touching": lambda chance: 0,
        "overlapping": lambda chance: -chance.whole(1, 3),
        "mixed": lambda chance: chance.whole(-3, 4),
    }[way]
    write = with_sign if chance.often(0.25) else string
    line = write(chance, numbers.Hand(chance, (str(kind),)), digits, height, gap)
    if chance.often(0.12):
        line = broken(chance, line, height)
    if chance.often(0.2):
        line = with_word(chance, line, height)
    line = line.turned(chance.between(-5, 5))
    h, w = line.coverage.shape
    sheet = numbers.sheet(chance, (h + round(height * chance.between(0.4, 2)), w + round(height * chance.between(0.4, 3))))
    y = round(chance.between(0.1, 0.9) * (sheet.shape[0] - h))
    x = round(chance.between(0.1, 0.9) * (sheet.shape[1] - w))
    pages.ink(sheet, line.coverage, x, y, chance.pen())
    owners = np.zeros(sheet.shape[:2], np.uint16)
    owners[y : y + h, x : x + w] = line.owners
    return numbers.photographed(chance, sheet), owners, "".join(map(str, digits))
