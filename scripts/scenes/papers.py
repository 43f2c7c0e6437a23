"""Ruled, squared, folded, punched and colored paper, and what is drawn beside a digit."""

import numpy as np

from . import camera, glyphs, pages, subjects
from .strokes import drawn
from .writing import textured, write


def ruling(chance, page, pitch, color, width, ways, opacity=1.0):
    """Parallel lines through the whole page; ways is "rows", "columns" or "both"."""
    h, w = page.shape[:2]
    start = chance.between(0, pitch)
    rows = [(0, y, w, y) for y in np.arange(start, h, pitch)]
    columns = [(x, 0, x, h) for x in np.arange(chance.between(0, pitch), w, pitch)]
    segments = rows if ways == "rows" else columns if ways == "columns" else rows + columns
    pages.lines(page, segments, width, color, opacity)


def line_color(chance):
    return chance.one_of(chance.gray(0.55, 0.88), (0.6, 0.75, 0.95), chance.hue((0.15, 0.5), (0.7, 0.95)), (0.95, 0.75, 0.75))


def ruled(chance, digit, pitch=(0.08, 0.25), color=None, height=(0.3, 0.7), pen=None, ways="rows"):
    page = pages.paper(chance, chance.size(), chance.gray(0.88, 1))
    side = min(page.shape[:2])
    ruling(
        chance, page, chance.between(*pitch) * side, color or line_color(chance), max(1, side * chance.between(0.002, 0.009)), ways
    )
    if chance.often(0.3) and ways == "rows":
        x = chance.between(0.05, 0.2) * page.shape[1]
        pages.lines(page, [(x, 0, x, page.shape[0])], max(1, side * 0.005), (0.9, 0.45, 0.5))
    write(chance, page, digit, chance.between(*height), color=pen or chance.pen(), pen=chance.about(0.08, 1.6))
    angle = chance.one_of(0, 0, chance.between(-6, 6))
    return camera.photo(chance, pages.turned(page, angle, page[1, 1]) if angle else page, chance.one_of(0, 0.5, 1))


def ruled_strip(chance, digit):
    """A cut of ruled paper around the digit: two or three lines, one under the digit."""
    page = pages.paper(chance, chance.size(50, 220), chance.gray(0.75, 1))
    h, w = page.shape[:2]
    low, pitch = h * chance.between(0.75, 0.95), h * chance.between(0.4, 0.9)
    color, width = chance.one_of(line_color(chance), chance.gray(0.2, 0.6)), max(1, h * chance.between(0.006, 0.02))
    pages.lines(page, [(0, low - i * pitch, w, low - i * pitch + chance.between(-0.01, 0.01) * h) for i in range(3)], width, color)
    tall = chance.between(0.45, 0.75) * h
    write(chance, page, digit, tall / min(h, w), (0.5, (low - tall * chance.between(0.4, 0.52)) / h), pen=chance.about(0.09, 1.5))
    return camera.photo(chance, page, 0.7)


def dark_ruled(chance, digit):
    """Lines nearly as dark as the ink."""
    return ruled(chance, digit, color=chance.gray(0.35, 0.6), pen=chance.gray(0.05, 0.25))


def graph(chance, digit):
    return ruled(chance, digit, (0.04, 0.12), ways="both")


def wide_graph(chance, digit):
    """A photo of squared paper so near that the digit is one to three squares high."""
    return ruled(chance, digit, (0.25, 0.5), height=(0.45, 0.75), ways="both")


def pencil_grid(chance, digit):
    return ruled(chance, digit, (0.04, 0.15), chance.gray(0.6, 0.85), pen=chance.gray(0.35, 0.55), ways="both")


def dot_grid(chance, digit):
    page = pages.paper(chance, chance.size(), chance.gray(0.9, 1))
    pitch, color = chance.between(0.05, 0.1) * min(page.shape[:2]), chance.gray(0.5, 0.8)
    r = max(1, round(pitch * chance.between(0.06, 0.15)))
    for y in np.arange(pitch / 2, page.shape[0] - r, pitch).astype(int):
        for x in np.arange(pitch / 2, page.shape[1] - r, pitch).astype(int):
            page[y : y + r, x : x + r] = color
    write(chance, page, digit)
    return camera.photo(chance, page, chance.one_of(0, 0.7))


def underlined(chance, digit):
    """One line or two under the digit, by hand or straight, a gap away or touching."""
    page = pages.paper(chance, chance.size())
    h, w = page.shape[:2]
    pen, color = chance.about(0.08, 1.5), chance.pen()
    x0, y0, x1, y1 = write(
        chance,
        page,
        digit,
        chance.between(0.35, 0.6),
        (chance.between(0.4, 0.6), chance.between(0.4, 0.5)),
        color,
        pen,
        margin=0.08,
    )
    tall = y1 - y0
    for i in range(chance.one_of(1, 1, 1, 2)):
        y = y1 + tall * (chance.between(-0.01, 0.2) + 0.15 * i)
        over = tall * chance.between(0.05, 0.35)
        pages.lines(
            page,
            [(x0 - over, y, x1 + over, y + tall * chance.between(-0.05, 0.05))],
            max(1, tall * pen * chance.between(0.6, 1.1)),
            color,
        )
    return camera.photo(chance, page, chance.one_of(0, 0.7))


def marked(chance, digit):
    """Circled, or in brackets, or with a dot behind: marks of a list."""
    page = pages.paper(chance, chance.size())
    h, w = page.shape[:2]
    color = chance.pen()
    x0, y0, x1, y1 = write(chance, page, digit, chance.between(0.3, 0.45), (0.5, 0.5), color, margin=0.1)
    tall, kind = y1 - y0, chance.whole(0, 1)
    if kind == 0:
        r = tall * chance.between(0.06, 0.1)
        pages.rectangle(page, (x1 + tall * 0.15, y1 - 2 * r, x1 + tall * 0.15 + 2 * r, y1), color, r)
    else:
        t = np.linspace(0, 2 * np.pi * chance.between(0.95, 1.08), 60)
        ring = np.stack([np.cos(t) * chance.between(0.85, 1.1) + 0.04 * np.sin(3 * t), np.sin(t)], -1)
        coverage = drawn(chance, [ring], tall * chance.between(1.6, 2), chance.between(0.02, 0.05))
        pages.ink(
            page, coverage, (x0 + x1 - coverage.shape[1]) / 2, (y0 + y1 - coverage.shape[0]) / 2, chance.one_of(color, chance.pen())
        )
    return camera.photo(chance, page, chance.one_of(0, 0.7))


def worn(chance, digit):
    """Paper with punched holes, folds, a staple, crumples or a torn edge."""
    page = pages.paper(chance, chance.size(), chance.gray(0.8, 1))
    h, w = page.shape[:2]
    write(chance, page, digit, chance.between(0.35, 0.65), (0.55, 0.5), margin=0.15)
    wear(chance, page)
    return camera.photo(chance, page)


def wear(chance, page):
    h, w = page.shape[:2]
    side = min(h, w)
    kinds = chance.generator.permutation(5)[: chance.whole(1, 3)]
    if 0 in kinds:  # punched holes
        r, x = side * chance.between(0.02, 0.045), side * chance.between(0.05, 0.1)
        dark = chance.gray(0, 0.4)
        for y in np.linspace(0.2, 0.8, chance.whole(2, 4)) * h:
            pages.rectangle(page, (x - r, y - r, x + r, y + r), dark, r)
    if 1 in kinds:  # folds: a light and a dark side
        for _ in range(chance.whole(1, 2)):
            across = chance.often(0.5)
            at = chance.between(0.1, 0.9) * (h if across else w)
            for shift, tone in ((0, chance.gray(0.5, 0.75)), (1.5, (1, 1, 1))):
                ends = (0, at + shift, w, at + shift + side * 0.03) if across else (at + shift, 0, at + shift - side * 0.03, h)
                pages.lines(page, [ends], 1.2, tone, chance.between(0.3, 0.7))
    if 2 in kinds:  # a staple
        x, y, long = chance.between(0.02, 0.15) * w, chance.between(0.02, 0.12) * h, side * chance.between(0.05, 0.1)
        pages.lines(page, [(x, y, x + long, y + long * chance.between(-0.6, 0.6))], max(1.5, side * 0.008), chance.gray(0.3, 0.6))
    if 3 in kinds:  # crumples
        rough = pages.clouds(chance, (h, w), chance.whole(4, 12))
        page += chance.between(0.03, 0.1) * np.float32(np.gradient(np.abs(rough), axis=1) * w / 12)[..., None]
    if 4 in kinds:  # a torn or folded corner
        reach = side * chance.between(0.08, 0.2)
        y, x = np.mgrid[0:h, 0:w]
        page[x + y < reach + 4 * pages.clouds(chance, (h, w), 20)] = chance.gray(0, 0.5)


def kraft(chance, digit):
    """Brown, colored or dark paper, written on with a dark pen or a white one."""
    color = chance.one_of((0.62, 0.45, 0.28), (0.7, 0.55, 0.38), chance.hue((0.3, 0.8), (0.25, 0.8)))
    page = pages.paper(chance, chance.size(), color)
    pages.grained(chance, page, chance.between(0.01, 0.05))
    write(chance, page, digit, color=chance.gray(0.9, 1) if sum(color) < 1.5 or chance.often(0.4) else chance.gray(0, 0.15))
    return camera.photo(chance, page)


def beside(chance, digit):
    """A pen, a finger or an eraser beside the digit."""
    page = pages.paper(chance, chance.size(200, 480), chance.gray(0.8, 1))
    h, w = page.shape[:2]
    left = chance.often(0.3)
    write(chance, page, digit, chance.between(0.35, 0.65), (0.65 if left else 0.35, 0.5), margin=0.1)
    x = (chance.between(0, 0.12) if left else chance.between(0.85, 1)) * w
    color = chance.one_of((0.1, 0.2, 0.6), (0.1, 0.1, 0.1), (0.85, 0.65, 0.5), (0.8, 0.15, 0.15), (0.9, 0.75, 0.2))
    lean = chance.between(-0.12, 0.12) * w
    pages.lines(page, [(x, h * chance.between(-0.1, 0.4), x + lean, h * 1.1)], min(h, w) * chance.between(0.02, 0.1), color)
    return camera.photo(chance, page)


def small_print(chance, digit):
    """Small print near the digit: a heading, a date, a page number."""
    page = pages.paper(chance, chance.size(250, 520))
    h, w = page.shape[:2]
    write(chance, page, digit, chance.between(0.4, 0.65), (0.5, 0.55), margin=0.14)
    words = chance.one_of("Name:", "Date 12.04.", "Exercise B", "page x", "Class", "write below", "Figure A")
    tall = h * chance.between(0.03, 0.05)
    pages.ink(
        page,
        glyphs.printed(chance, words, tall),
        w * chance.between(0.03, 0.5),
        chance.one_of(h * 0.03, h * 0.93),
        chance.gray(0, 0.5),
    )
    return camera.photo(chance, page, chance.one_of(0, 0.7))


def chalk(chance, digit):
    page = pages.plain(chance.size(), chance.one_of((0.12, 0.25, 0.18), (0.1, 0.12, 0.13), (0.2, 0.3, 0.27)))
    page += chance.between(0.02, 0.08) * np.abs(pages.clouds(chance, page.shape[:2], chance.whole(3, 9)))[..., None]
    h = chance.between(0.4, 0.75) * min(page.shape[:2])
    coverage = textured(chance, subjects.written(chance, digit, h, chance.about(0.09, 1.4)), chance.between(0.4, 0.9))
    write(chance, page, digit, coverage=coverage, color=chance.one_of((0.95, 0.95, 0.92), (0.95, 0.9, 0.6), (0.95, 0.7, 0.75)))
    return camera.photo(chance, page)


def whiteboard(chance, digit):
    page = pages.plain(chance.size(), chance.gray(0.75, 0.95))
    write(
        chance,
        page,
        digit,
        chance.between(0.3, 0.7),
        color=chance.one_of((0.1, 0.1, 0.12), (0.1, 0.2, 0.7), (0.8, 0.1, 0.15), (0.05, 0.5, 0.25)),
    )
    for _ in range(chance.whole(1, 3)):
        page = camera.flash(chance, page, chance.between(0.3, 0.7))
    return camera.photo(chance, page)


JPEG = 0.5
SCENES = {
    "ruled": ruled,
    "ruled-strip": ruled_strip,
    "ruled-dark": dark_ruled,
    "graph": graph,
    "graph-wide": wide_graph,
    "pencil-grid": pencil_grid,
    "dot-grid": dot_grid,
    "underlined": underlined,
    "marked": marked,
    "worn": worn,
    "kraft": kraft,
    "beside": beside,
    "small-print": small_print,
    "chalk": chalk,
    "whiteboard": whiteboard,
}
