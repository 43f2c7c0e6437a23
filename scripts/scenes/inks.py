"""Contrast of color only, faint and broken ink, dots, several strokes, neighbors."""

import numpy as np

from . import camera, forms, glyphs, pages, strokes, subjects
from .writing import on_paper, textured, write

LUMINANCE = np.float32((0.2126, 0.7152, 0.0722))
WIDE = (0, 2, 3, 4, 5, 6, 7, 8, 9)  # neighbors that one does not take for the digit when they are cut


def linear(color):
    return np.float32(color) ** 2.2


def same_luminance(chance, color, distance=0.35):
    """A color of another hue with nearly the luminance of the given one."""
    target = float(linear(color) @ LUMINANCE)
    while True:
        other = np.float32(chance.hue((0.5, 1), (0.3, 1)))
        level = float(linear(other) @ LUMINANCE)
        scaled = other * (target / max(level, 1e-4)) ** (1 / 2.2)
        if scaled.max() <= 1 and np.abs(scaled - np.float32(color)).max() > distance:
            return scaled


def two_colors(chance, digit, paper, ink):
    page = pages.plain(chance.size(), paper)
    write(chance, page, digit, color=ink, opacity=1)
    return camera.photo(chance, page, 0.5) if chance.often(0.3) else page


def equal_luminance(chance, digit):
    paper = chance.hue((0.3, 1), (0.45, 0.95))
    return two_colors(chance, digit, paper, same_luminance(chance, paper))


def on_gray(chance, digit):
    paper = chance.gray(0.4, 0.8, 0)
    return two_colors(chance, digit, paper, same_luminance(chance, paper, 0.12))


def hard_pairs(chance, digit):
    """Pairs of colors that are near in luminance, or in one channel."""
    pair = chance.one_of(
        ((1, 0, 0), (0, 0.5, 0)),
        ((0, 0, 1), (0, 0, 0)),
        ((1, 1, 0), (1, 1, 1)),
        ((0.6, 0.6, 1), (0.75, 0.75, 0.75)),
        ((1, 0.6, 0.8), (0.72, 0.72, 0.72)),
        ((0, 0.9, 0.9), (0.95, 0.9, 0.8)),
        ((0.5, 0, 0.5), (0, 0.3, 0.1)),
        ((1, 0.5, 0), (0.3, 0.75, 0.3)),
        ((0.3, 0.3, 0.8), (0.8, 0.2, 0.2)),
        ((0, 0.35, 0), (0.45, 0, 0)),
    )
    one, two = [np.clip(np.float32(c) * chance.between(0.85, 1) + chance.between(0, 0.05), 0, 1) for c in pair]
    return two_colors(chance, digit, two, one) if chance.often(0.7) else two_colors(chance, digit, one, two)


def any_pair(chance, digit):
    paper = chance.hue((0, 1), (0.1, 1))
    while True:
        ink = chance.hue((0, 1), (0, 1))
        if np.abs(np.float32(ink) - np.float32(paper)).max() > 0.35:
            return two_colors(chance, digit, paper, ink)


def faint(chance, digit):
    """A pencil that presses little, or ink of nearly the paper's tone."""
    page = pages.paper(chance, chance.size(), chance.gray(0.75, 1))
    h = chance.between(0.4, 0.75) * min(page.shape[:2])
    coverage = textured(chance, subjects.written(chance, digit, h), chance.between(0, 0.6))
    tone = page.mean((0, 1)) - chance.between(0.08, 0.25)
    write(chance, page, digit, coverage=coverage, color=tone, opacity=1)
    return camera.noise(chance, page, chance.between(0, 0.012), False)


def marker(chance, digit):
    """A highlighter, a crayon, a paint brush: light or uneven color."""
    page = pages.paper(chance, chance.size(), chance.gray(0.9, 1))
    h = chance.between(0.4, 0.75) * min(page.shape[:2])
    coverage = textured(chance, subjects.written(chance, digit, h, chance.between(0.1, 0.22)), chance.between(0, 0.5))
    write(chance, page, digit, coverage=coverage, color=chance.hue((0.4, 1), (0.7, 1)), opacity=chance.between(0.5, 1))
    return camera.photo(chance, page, chance.one_of(0, 0.7))


def five_of(chance, height, right, up, pen):
    """A five whose bar is moved away from its body, by heights to the right and up."""
    *body, bar = strokes.strokes_of(chance, 5)
    return strokes.drawn(chance, [*body, bar + np.float32((right, -up))], height, pen)


def five_detached(chance, _):
    pen = chance.about(0.06, 1.6)
    return on_paper(chance, five_of(chance, chance.between(80, 300), chance.between(0, 0.2), pen + chance.between(0, 0.12), pen))


def five_inside(chance, _):
    """The bar is away to the right, within the height of the body."""
    pen = chance.about(0.055, 1.5)
    return on_paper(
        chance, five_of(chance, chance.between(80, 300), pen + chance.between(0.06, 0.25), chance.between(-0.12, 0.05), pen)
    )


def five_in_cell(chance, _):
    pen = chance.about(0.07, 1.5)
    coverage = five_of(chance, 120, chance.between(0, 0.2), pen + chance.between(0, 0.1), pen)
    return forms.cell(chance, 5, forms.sides_of(chance, chance.whole(1, 4)), coverage=coverage)


def four_apart(chance, _):
    """A four of two strokes that do not meet."""
    hook, stem = strokes.strokes_of(chance, 4, 0)
    away = np.float32((chance.between(0.05, 0.28), chance.between(-0.1, 0.1)))
    return on_paper(chance, strokes.drawn(chance, [hook, stem + away], chance.between(80, 300), chance.about(0.06, 1.5)))


def gaps(chance, coverage, count, width):
    """Cuts bands out of the coverage, at random angles."""
    h, w = coverage.shape
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    for _ in range(count):
        a = chance.between(0, np.pi)
        at = np.cos(a) * (x - chance.between(0.2, 0.8) * w) + np.sin(a) * (y - chance.between(0.2, 0.8) * h)
        coverage = coverage * np.clip(np.abs(at) - width * h / 2 + 0.5, 0, 1)
    return coverage


def broken(chance, digit):
    """Strokes with gaps: a pen that skips, a stencil, a bad copy."""
    coverage = subjects.written(chance, digit, chance.between(60, 300))
    return on_paper(chance, gaps(chance, coverage, chance.whole(1, 4), chance.between(0.015, 0.06)))


def dashed(chance, digit):
    """A line of dashes or dots, as to trace over."""
    paths = []
    on, off = chance.between(0.03, 0.08), chance.between(0.03, 0.06)
    for path in strokes.strokes_of(chance, digit):
        steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
        for start in np.arange(0, steps[-1], on + off):
            t = np.linspace(start, min(start + on, steps[-1]), 5)
            paths.append(np.stack([np.interp(t, steps, path[:, 0]), np.interp(t, steps, path[:, 1])], -1))
    return on_paper(chance, strokes.drawn(chance, paths, chance.between(80, 300), chance.between(0.025, 0.06)))


def halftone(chance, digit):
    tall = chance.between(100, 320)
    solid = subjects.written(chance, digit, tall, chance.about(0.11, 1.4))
    return on_paper(chance, glyphs.dotted(solid, tall / chance.whole(16, 40), chance.between(0.6, 1), chance.often(0.7)))


def dot_matrix(chance, digit):
    """A display of 5 x 7 to 9 x 13 dots, lit or dark, with the other dots faintly seen."""
    rows = chance.whole(7, 13)
    tall = chance.between(80, 280)
    pitch = tall / rows
    coverage = glyphs.printed(chance, str(digit), tall)
    dots = glyphs.dotted(coverage, pitch, chance.between(0.65, 0.95), chance.often(0.7))
    dark = chance.often(0.6)
    back, ink = (
        (chance.gray(0, 0.15), chance.hue((0.6, 1), (0.8, 1)))
        if dark
        else (chance.one_of((0.6, 0.7, 0.45), chance.gray(0.7, 0.9)), chance.gray(0, 0.25))
    )
    h, w = dots.shape
    pad_y, pad_x = round(pitch * chance.between(1, 4)), round(pitch * chance.between(1, 5))
    page = pages.plain((h + 2 * pad_y, w + 2 * pad_x), back)
    if chance.often(0.6):
        every = glyphs.dotted(np.ones(page.shape[:2], np.float32), pitch, 0.8)
        pages.ink(page, every, pad_x % pitch - pitch, pad_y % pitch - pitch, ink, chance.between(0.03, 0.12))
    pages.ink(page, dots, pad_x, pad_y, ink)
    return camera.photo(chance, page, 0.6) if chance.often(0.5) else page


def seven_segments(chance, digit):
    """A clock's or a meter's display; the bars that are off may be seen faintly."""
    lit, unlit = glyphs.seven_segments(chance, digit, chance.between(60, 280))
    tall = lit.shape[0]
    size = (round(tall * chance.between(1.15, 1.8)), round(tall * chance.between(0.95, 1.8)))
    dark = chance.often(0.5)
    back, ink = (
        (chance.gray(0, 0.15), chance.hue((0.6, 1), (0.8, 1)))
        if dark
        else (chance.one_of((0.62, 0.68, 0.55), chance.gray(0.6, 0.95)), chance.gray(0, 0.25))
    )
    page = pages.plain(size, back)
    x, y = (size[1] - lit.shape[1]) * chance.between(0.2, 0.8), (size[0] - tall) * chance.between(0.2, 0.8)
    if chance.often(0.5):
        pages.ink(page, unlit, x, y, ink, chance.between(0.02, 0.1))
    pages.ink(page, lit, x, y, ink)
    return camera.photo(chance, page, 0.8) if chance.often(0.6) else page


def neighbors(chance, digit):
    """Neighbors to one side or both, cut by the edge of the picture."""
    tall = chance.between(60, 200)
    pen, color = chance.about(0.09, 1.4), chance.pen()
    middle = subjects.written(chance, digit, tall, pen)
    gap = tall * chance.between(0.08, 0.3)
    page = pages.plain(
        (round(tall * chance.between(1.15, 1.7)), round(middle.shape[1] + 2 * tall * chance.between(0.2, 0.35))), chance.paper()
    )
    x, y = (page.shape[1] - middle.shape[1]) / 2, (page.shape[0] - tall) / 2
    pages.ink(page, middle, x, y, color)
    for left in chance.one_of((True,), (False,), (True, False)):
        other = subjects.written(chance, chance.one_of(*WIDE), tall * chance.between(0.85, 1.1), pen)
        pages.ink(
            page,
            other,
            x - gap - other.shape[1] if left else x + middle.shape[1] + gap,
            y + tall * chance.between(-0.08, 0.08),
            color,
        )
    return camera.photo(chance, page, 0.6) if chance.often(0.4) else page


def touching(chance, digit):
    """A whole digit that a cut neighbor touches."""
    tall = chance.between(60, 200)
    pen, color = chance.about(0.09, 1.4), chance.pen()
    middle = subjects.written(chance, digit, tall, pen)
    other = subjects.written(chance, chance.one_of(*WIDE), tall * chance.between(0.9, 1.1), pen)
    seen = min(other.shape[1], round(tall * chance.between(0.08, 0.2)))
    overlap = round(tall * chance.between(0.01, 0.05))
    left = chance.often(0.5)
    page = pages.plain(
        (round(tall * chance.between(1.15, 1.5)), round(middle.shape[1] + seen + tall * chance.between(0.1, 0.3))), chance.paper()
    )
    x = seen if left else page.shape[1] - seen - middle.shape[1]
    y = (page.shape[0] - tall) / 2
    pages.ink(page, middle, x, y, color)
    pages.ink(page, other, x + overlap - other.shape[1] if left else x + middle.shape[1] - overlap, y, color)
    return page


JPEG = 0.25
DIGITS = {"five-detached": 5, "five-inside": 5, "five-in-cell": 5, "four-apart": 4}
SCENES = {
    "equal-luminance": equal_luminance,
    "color-on-gray": on_gray,
    "color-pairs": hard_pairs,
    "any-colors": any_pair,
    "faint": faint,
    "marker": marker,
    "five-detached": five_detached,
    "five-inside": five_inside,
    "five-in-cell": five_in_cell,
    "four-apart": four_apart,
    "broken": broken,
    "dashed": dashed,
    "halftone": halftone,
    "dot-matrix": dot_matrix,
    "seven-segments": seven_segments,
    "neighbors": neighbors,
    "touching-neighbor": touching,
}
