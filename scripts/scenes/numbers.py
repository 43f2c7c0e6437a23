"""Several digits: strings, pages, forms, sudokus, displays."""

import numpy as np
from PIL import Image
from scipy import ndimage

from . import camera, glyphs, pages, papers, strokes

BLANK = 0.35
WORDS = (
    "Total Name Date Room Page Price Note Rent Tax Code Area Track Port Bank Cost Card Point Paid Rate Part Net Kilo Post Album Coin "
    "Boat Apples Butter Coffee Bread Cheese Milk address number gross result invoice phone time hours minutes metres speed code of per "
    "and the for from until is in at on"
).split()
UNITS = {"kg": 1.3, "g": 0.9, "m": 0.6, "cm": 0.6, "km": 1, "h": 1, "min": 0.85, "s": 0.6, "x": 0.6, "pc": 0.9}  # heights beside a digit of height 1
NO_NUMBER = "-"
# What is loose and has less ink than this share of a digit is no part of it.
SPECK = 0.2


def pasted(chance, digit, height):
    """Coverage of a digit as MNIST has it, enlarged, cropped to its ink."""
    image = chance.mnist.image(chance, digit)
    rows, columns = np.flatnonzero((image > BLANK).any(1)), np.flatnonzero((image > BLANK).any(0))
    ink = np.pad(image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 1)
    scale = height / (ink.shape[0] - 2)
    size = (max(1, round(ink.shape[1] * scale)), max(1, round(ink.shape[0] * scale)))
    return trimmed(np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BICUBIC)).clip(0, 1))


def trimmed(coverage):
    """Cropped to what is seen as ink."""
    rows, columns = np.flatnonzero((coverage > BLANK).any(1)), np.flatnonzero((coverage > BLANK).any(0))
    return coverage[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


class Hand:
    """One way to write digits: pasted from MNIST, with a pen, or in a font."""

    def __init__(self, chance, kinds=("mnist",)):
        self.kind = chance.one_of(*kinds)
        self.pen = chance.about(0.1, 1.5)
        self.face = chance.one_of(*glyphs.font_names())
        self.slant = chance.between(-0.25, 0.25) if chance.often(0.5) else 0
        self.own_pen = chance.often(0.4)

    def digit(self, chance, digit, height):
        if self.kind == "font":
            return trimmed(glyphs.printed(chance, str(digit), height, self.face))
        if self.kind == "strokes":
            return trimmed(strokes.drawn(chance, strokes.strokes_of(chance, digit), height, self.pen))
        coverage = glyphs.mnist(chance, digit, height, self.pen) if self.own_pen else pasted(chance, digit, height)
        return trimmed(slanted(without_specks(coverage), self.slant))

    def word(self, chance, word, height):
        """A word that is so many pixels high, from the highest to the lowest of its letters."""
        if self.kind == "font":
            return glyphs.printed(chance, word, height, self.face)
        return strokes.drawn(chance, strokes.strokes_of_word(chance, word), height, self.pen)


def without_specks(coverage):
    """Some of MNIST's digits have specks beside them, which nobody could tell from a decimal point between two digits."""
    labels, _ = ndimage.label(coverage > 0.05, np.ones((3, 3)))
    ink = np.bincount(labels.ravel(), coverage.ravel())
    return np.where(ink[labels] < SPECK * ink.max(), 0, coverage)


def slanted(coverage, slant):
    if not slant:
        return coverage
    h, w = coverage.shape
    wide = np.pad(coverage, ((0, 0), (h, h)))
    image = Image.fromarray(wide).transform(
        (wide.shape[1], h), Image.Transform.AFFINE, (1, slant, -slant * h / 2, 0, 1, 0), Image.Resampling.BILINEAR
    )
    return np.asarray(image)


def string(chance, hand, digits, height, gap):
    """Coverage of digits side by side; gap gives the pixels between two boxes, negative where they overlap."""
    coverages = [hand.digit(chance, digit, height * chance.between(0.88, 1.06)) for digit in digits]
    tall = round(height * 1.3)
    line = np.zeros((tall, sum(c.shape[1] for c in coverages) + 40 * len(digits)), np.float32)
    x = 2
    for coverage in coverages:
        y = max(0, min(tall - coverage.shape[0], round((tall - coverage.shape[0]) / 2 + chance.between(-0.06, 0.06) * height)))
        area = line[y : y + coverage.shape[0], x : x + coverage.shape[1]]
        np.maximum(area, coverage, out=area)
        x += coverage.shape[1] + gap(chance)
    return trimmed(line)


def turned(coverage, degrees):
    side = int(np.abs(np.sin(np.radians(degrees))) * coverage.shape[1]) + 4
    return trimmed(ndimage.rotate(np.pad(coverage, ((side, side), (4, 4))), degrees, reshape=False, order=1))


def sheet(chance, size):
    """Plain, ruled or squared paper."""
    page = pages.paper(chance, size)
    kind = chance.whole(0, 3)
    if kind >= 2:
        pitch = chance.between(0.3, 1.6) * min(size) if kind == 2 else chance.between(14, 44)
        papers.ruling(
            chance, page, max(10, pitch), papers.line_color(chance), chance.between(1, 2), "rows" if kind == 2 else "both"
        )
    return page


def photographed(chance, page):
    if chance.often(0.4):
        page = camera.shadow(chance, page, chance.between(0.1, 0.5))
    if chance.often(0.6):
        page = camera.light(chance, page)
    if chance.often(0.4):
        page = camera.blur(page, chance.between(0.2, 0.7))
    if chance.often(0.7):
        page = camera.noise(chance, page, chance.between(0.005, 0.04))
    return page


def digits_of(chance, low=3, high=10):
    return [chance.whole(0, 9) for _ in range(chance.whole(low, high))]


def one_string(chance, gap, kinds=("mnist",)):
    digits = digits_of(chance)
    height = chance.about(36, 2.23)
    line = turned(string(chance, Hand(chance, kinds), digits, height, gap), chance.between(-5, 5))
    h, w = line.shape
    page = sheet(chance, (h + round(height * chance.between(0.4, 2)), w + round(height * chance.between(0.4, 3))))
    y, x = chance.between(0.1, 0.9) * (page.shape[0] - h), chance.between(0.1, 0.9) * (page.shape[1] - w)
    pages.ink(page, line, x, y, chance.pen())
    return photographed(chance, page), "".join(map(str, digits))


def apart(chance):
    """Digits with a gap of 2 to 12 pixels, about the same within the string."""
    gap = chance.whole(2, 12)
    return one_string(chance, lambda chance: max(2, gap + chance.whole(-1, 1)))


def touching(chance):
    return one_string(chance, lambda chance: 0)


def overlapping(chance):
    return one_string(chance, lambda chance: -chance.whole(1, 3))


def other_strings(chance):
    gap = chance.whole(2, 8)
    return one_string(chance, lambda chance: max(2, gap + chance.whole(-1, 1)), ("font", "strokes", "strokes"))


def page_of(chance, kinds, mixed=False):
    """Lines of numbers."""
    height = chance.about(40, 1.6)
    hand = Hand(chance, kinds)
    color = chance.pen()
    lines, coverages = [], []
    for _ in range(chance.whole(2, 7)):
        tall = height * (chance.about(1, 1.8) if mixed else 1)
        numbers = [digits_of(chance, 1, 6) for _ in range(chance.whole(1, 4))]
        within, between = tall * chance.between(0.1, 0.2), tall * chance.between(0.8, 1.4)
        parts = [string(chance, hand, number, tall, lambda chance: round(chance.about(within, 1.4))) for number in numbers]
        wide = sum(part.shape[1] for part in parts) + round(between) * len(parts)
        line = np.zeros((max(part.shape[0] for part in parts), wide), np.float32)
        x = 0
        for part in parts:
            line[: part.shape[0], x : x + part.shape[1]] = part
            x += part.shape[1] + round(between * chance.between(0.9, 1.2))
            if x >= wide:
                break
        lines.append(" ".join("".join(map(str, number)) for number in numbers))
        coverages.append(trimmed(line))
    gap = height * chance.between(0.5, 1.2)
    page = sheet(
        chance,
        (
            round(sum(c.shape[0] + gap for c in coverages) + 2 * height),
            round(max(c.shape[1] for c in coverages) + 3 * height),
        ),
    )
    y = height
    for coverage in coverages:
        pages.ink(page, coverage, height * chance.between(0.8, 1.6), y, color)
        y += coverage.shape[0] + gap
    angle = chance.between(-5, 5)
    page = pages.turned(page, angle, page.mean((0, 1)))
    return photographed(chance, page), "|".join(lines)


def page(chance):
    return page_of(chance, ("mnist",))


def other_page(chance):
    return page_of(chance, ("font", "strokes"))


def mixed_page(chance):
    return page_of(chance, ("mnist", "font"), mixed=True)


def grid_of(chance, rows, columns, box_rows, box_columns, kinds, filled):
    """A page with a grid, some of its cells filled with one digit each."""
    cell = chance.whole(28, 70)
    margin = round(cell * chance.between(0.2, 1.2))
    page = pages.paper(chance, (rows * cell + 2 * margin, columns * cell + 2 * margin))
    color = chance.one_of((0, 0, 0), chance.gray(0, 0.5), (0.1, 0.2, 0.5))
    thin = max(1, cell * chance.between(0.02, 0.05))
    pages.lines(page, [(margin, margin + r * cell, margin + columns * cell, margin + r * cell) for r in range(rows + 1)], thin, color)
    pages.lines(page, [(margin + c * cell, margin, margin + c * cell, margin + rows * cell) for c in range(columns + 1)], thin, color)
    thick = thin * chance.between(1.5, 3)
    pages.lines(page, [(margin, margin + r * cell, margin + columns * cell, margin + r * cell) for r in range(0, rows + 1, box_rows)], thick, color)
    pages.lines(page, [(margin + c * cell, margin, margin + c * cell, margin + rows * cell) for c in range(0, columns + 1, box_columns)], thick, color)
    printed, written = Hand(chance, ("font",)), Hand(chance, kinds)
    pen = chance.pen()
    text = []
    for r in range(rows):
        line = []
        for c in range(columns):
            if not chance.often(filled):
                line.append(".")
                continue
            digit = chance.whole(1, 9) if rows == 9 else chance.whole(0, 9)
            hand = chance.one_of(printed, written) if "font" in kinds else written
            glyph = hand.digit(chance, digit, cell * chance.between(0.45, 0.72))
            x = margin + c * cell + (cell - glyph.shape[1]) / 2 + chance.between(-0.08, 0.08) * cell
            y = margin + r * cell + (cell - glyph.shape[0]) / 2 + chance.between(-0.08, 0.08) * cell
            pages.ink(page, glyph, x, y, color if hand is printed else pen)
            line.append(str(digit))
        text.append(" ".join(line))
    if chance.often(0.5):
        page = pages.laid(chance, page, pages.desk(chance, (round(page.shape[0] * 1.25), round(page.shape[1] * 1.3)), chance.one_of("wood", "light", "dark")), chance.between(0.8, 0.95), chance.between(-4, 4))
    return photographed(chance, page), "|".join(text)


def marks(chance):
    """Digits with a decimal point, a dash, a comma or specks between them."""
    height = chance.about(40, 1.6)
    hand = Hand(chance, ("mnist", "font", "strokes"))
    pen = max(2, round(height * chance.between(0.09, 0.16)))
    parts, text = [], ""
    for i in range(chance.whole(2, 3)):
        digits = digits_of(chance, 1, 4)
        number = string(chance, hand, digits, height, lambda chance: round(height * chance.between(0.08, 0.16)))
        if i:
            sign = chance.one_of("point", "dash") if i == 1 else "dash"
            tall = max(number.shape[0], parts[-1].shape[0])
            gap = np.zeros((tall, round(height * (0.35 if sign == "point" else chance.between(0.5, 0.8)))), np.float32)
            middle = gap.shape[1] // 2
            if sign == "point":
                gap[tall - pen - 1 : tall - 1, middle - pen // 2 : middle - pen // 2 + pen] = 1
            else:
                reach = round(height * chance.between(0.1, 0.17))
                gap[tall // 2 - pen // 2 : tall // 2 - pen // 2 + max(2, pen * 2 // 3), middle - reach : middle + reach] = 1
            parts.append(gap)
            text += "." if sign == "point" else " "
        parts.append(number)
        text += "".join(map(str, digits))
    tall = max(part.shape[0] for part in parts)
    line = turned(np.hstack([np.pad(part, ((tall - part.shape[0], 0), (0, 0))) for part in parts]), chance.between(-3, 3))
    page = sheet(chance, (round(line.shape[0] + height), round(line.shape[1] + height)))
    pages.ink(page, line, height / 2, height / 2, chance.pen())
    return photographed(chance, page), text


def broken(chance):
    """Digits with gaps in their strokes."""
    digits = digits_of(chance)
    height = chance.about(46, 1.6)
    line = string(chance, Hand(chance, ("mnist", "font", "strokes")), digits, height, lambda chance: round(height * chance.between(0.12, 0.25)))
    for _ in range(chance.whole(1, 3)):
        y = chance.whole(2, line.shape[0] - 5)
        line[y : y + max(1, round(height * chance.between(0.02, 0.06)))] = 0
    page = sheet(chance, (round(line.shape[0] + height), round(line.shape[1] + height)))
    pages.ink(page, line, height / 2, height / 2, chance.pen())
    return photographed(chance, page), "".join(map(str, digits))


def sudoku(chance):
    return grid_of(chance, 9, 9, 3, 3, ("mnist", "font", "strokes"), chance.between(0.3, 0.7))


def form(chance):
    """Four rows of seven boxes."""
    return grid_of(chance, 4, 7, 4, 7, ("mnist", "strokes"), 0.7)


def comb(chance):
    """A row of boxes, a digit in each, read without being told so."""
    count, side = chance.whole(3, 9), chance.whole(30, 70)
    gap = chance.one_of(0, 0, round(side * chance.between(0.05, 0.3)))
    hand = Hand(chance, ("mnist", "strokes"))
    page = pages.paper(chance, (round(side * chance.between(1.5, 2.5)), round((side + gap) * count + side)))
    y, color, pen = (page.shape[0] - side) / 2, chance.one_of((0, 0, 0), (0.3, 0.5, 0.8), chance.gray(0.2, 0.7)), chance.pen()
    digits = []
    for i in range(count):
        x = side / 2 + i * (side + gap)
        pages.lines(page, [(x, y, x + side, y), (x + side, y, x + side, y + side), (x + side, y + side, x, y + side), (x, y + side, x, y)], chance.one_of(1, 1.5, 2), color)
        digits.append(chance.whole(0, 9))
        glyph = hand.digit(chance, digits[-1], side * chance.between(0.5, 0.78))
        pages.ink(page, glyph, x + (side - glyph.shape[1]) / 2 + chance.between(-0.08, 0.08) * side, y + (side - glyph.shape[0]) / 2 + chance.between(-0.06, 0.06) * side, pen)
    return photographed(chance, page), "".join(map(str, digits))


def display(chance):
    """Seven segments, light on dark or dark on light, in a case."""
    height = chance.about(60, 1.8)
    number = digits_of(chance, 3, 8)
    state = chance.generator.bit_generator.state
    glyph = []
    for digit in number:
        chance.generator.bit_generator.state = state  # all digits have one shape
        glyph.append(glyphs.seven_segments(chance, digit, height)[0])
    pitch = max(g.shape[1] for g in glyph) + height * chance.between(0.08, 0.25)
    panel, color = chance.one_of(((0.05, 0.05, 0.05), (0.95, 0.2, 0.1)), ((0.03, 0.08, 0.05), (0.3, 1, 0.4)), ((0.6, 0.66, 0.55), (0.1, 0.12, 0.1)), ((0.1, 0.15, 0.4), (0.8, 0.9, 1)))
    edge = round(height * chance.between(0, 0.8)) if chance.often(0.6) else 0
    page = pages.plain((round(height * chance.between(1.3, 2)) + 2 * edge, round(pitch * len(number) + height * 0.6) + 2 * edge), chance.gray(0.1, 0.9))
    pages.rectangle(page, (edge, edge, page.shape[1] - edge, page.shape[0] - edge), panel)
    y = (page.shape[0] - height) / 2
    for i, g in enumerate(glyph):
        pages.ink(page, g, edge + height * 0.3 + i * pitch, y, color)
    page = pages.turned(page, chance.between(-4, 4), page[0, 0])
    return photographed(chance, page), "".join(map(str, number))


def row_of(parts, gaps):
    """Coverage of parts side by side on one base."""
    tall = max(part.shape[0] for part in parts)
    on_base = [np.pad(part, ((tall - part.shape[0], 0), (0, 0))) for part in parts]
    row = on_base[:1]
    for gap, part in zip(gaps, on_base[1:]):
        row += [np.zeros((tall, round(gap)), np.float32), part]
    return np.hstack(row)


def number_of(chance, hand, height, low, high):
    """Coverage of a number, and its text."""
    digits = digits_of(chance, low, high)
    return string(chance, hand, digits, height, lambda chance: round(0.15 * height)), "".join(map(str, digits))


def lines_of(chance, height, line):
    """A page of one to four lines, each a coverage and its text."""
    coverages, texts = zip(*(line() for _ in range(chance.whole(1, 4))))
    page = sheet(chance, (round(sum(c.shape[0] + height for c in coverages) + height), round(max(c.shape[1] for c in coverages) + 2 * height)))
    y, color = height, chance.pen()
    for coverage in coverages:
        pages.ink(page, coverage, height, y, color)
        y += coverage.shape[0] + height
    return photographed(chance, page), "|".join(texts)


def words(chance):
    """A word and a number in each line, printed or written."""
    height = chance.about(34, 1.5)
    hand = Hand(chance, ("font", "strokes"))

    def line():
        number, text = number_of(chance, hand, height, 2, 6)
        word = hand.word(chance, chance.one_of(*WORDS), height)
        row = [word, number] if chance.often(0.7) else [number, word]
        return row_of(row, [height * chance.between(0.7, 1.5)]), text

    return lines_of(chance, height, line)


def units(chance):
    """A room (A4), or a number with its unit (3 kg, 12cm), in each line."""
    height = chance.about(34, 1.5)
    hand = Hand(chance, ("font", "strokes"))

    def line():
        number, text = number_of(chance, hand, height, 1, 4)
        if chance.often(0.4):
            return row_of([hand.word(chance, chance.one_of(*"ACKNPR"), height), number], [height * chance.between(0.1, 0.2)]), text
        unit = chance.one_of(*UNITS)
        unit = hand.word(chance, unit, height * UNITS[unit])
        return row_of([number, unit], [height * chance.one_of(0.15, 0.4, chance.between(0.5, 1))]), text

    return lines_of(chance, height, line)


def word(chance):
    """A word alone; its letters come with it."""
    height = chance.about(34, 1.5)
    text = chance.one_of(*WORDS)
    coverage = Hand(chance, ("font", "strokes")).word(chance, text, height)
    page = sheet(chance, (round(coverage.shape[0] + 2 * height), round(coverage.shape[1] + 2 * height)))
    pages.ink(page, coverage, height, height, chance.pen())
    return photographed(chance, page), NO_NUMBER, text


def large_page(chance):
    """12 megapixels with 500 digits apart from each other, on plain or squared paper."""
    page = pages.grained(chance, pages.plain((3000, 4000), (0.93, 0.92, 0.88)), 0.02)
    if chance.often(0.5):
        papers.ruling(chance, page, 60, (0.6, 0.7, 0.85), 3, "both")
    lines = []
    for row in range(20):
        numbers = [digits_of(chance, 5, 5) for _ in range(5)]
        x = 150
        for number in numbers:
            for digit in number:
                glyph = pasted(chance, digit, chance.between(80, 95))
                pages.ink(page, glyph, x, 100 + 142 * row, (0.1, 0.12, 0.3))
                x += glyph.shape[1] + chance.whole(25, 40)
            x += 250
        lines.append(" ".join("".join(map(str, number)) for number in numbers))
    return camera.noise(chance, camera.light(chance, page), 0.015), "|".join(lines)


SCENES = {
    "apart": apart,
    "touching": touching,
    "overlapping": overlapping,
    "other-strings": other_strings,
    "page": page,
    "other-page": other_page,
    "mixed-page": mixed_page,
    "marks": marks,
    "broken": broken,
    "comb": comb,
    "display": display,
    "words": words,
    "units": units,
    "word": word,
    "sudoku": sudoku,
    "form": form,
}
# For measuring time; drawn only when named.
LARGE = {"large-page": large_page}
CELLS = {"sudoku": "9x9", "form": "4x7"}
