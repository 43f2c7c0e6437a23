"""Digits that are small, at the edge, without a margin, or very bold."""

import numpy as np

from . import camera, pages, subjects
from .writing import write


def page_of(chance, low=200, high=640):
    color = chance.one_of((1, 1, 1), chance.paper(), chance.hue((0.1, 0.6), (0.75, 1)), chance.gray(0.3, 0.7, 0.05))
    return pages.plain(chance.size(low, high), color)


def ink_on(chance, page):
    """A color that is well seen on the page: dark mostly, or light on a dark page."""
    return chance.pen() if page[0, 0].mean() > 0.45 else chance.gray(0.9, 1)


def anywhere(chance, digit):
    page = page_of(chance)
    write(chance, page, digit, chance.between(0.08, 0.3), (chance.between(0, 1), chance.between(0, 1)), ink_on(chance, page))
    return finish(chance, page)


def corner(chance, digit):
    page = page_of(chance)
    center = (chance.one_of(0, 1), chance.one_of(0, 1))
    write(chance, page, digit, chance.between(0.1, 0.35), center, ink_on(chance, page), margin=chance.one_of(0, 0.004, 0.02, 0.05))
    return finish(chance, page)


def edge(chance, digit):
    page = page_of(chance)
    at, along = chance.one_of(0, 1), chance.between(0.15, 0.85)
    center = chance.one_of((at, along), (along, at))
    write(chance, page, digit, chance.between(0.1, 0.45), center, ink_on(chance, page), margin=chance.one_of(0, 0.004, 0.02, 0.05))
    return finish(chance, page)


def tiny(chance, digit):
    """About the size of MNIST's digits, or smaller, on a larger page."""
    page = page_of(chance, 60, 260)
    height = chance.between(12, 30) / min(page.shape[:2])
    write(
        chance,
        page,
        digit,
        min(0.8, height),
        (chance.between(0.1, 0.9), chance.between(0.1, 0.9)),
        ink_on(chance, page),
        chance.about(0.12, 1.4),
    )
    return finish(chance, page)


def crop(chance, digit, margins, pen):
    """A crop to the digit's box: margins (low, high) in pixels on each side, negative ones cut it."""
    coverage = subjects.written(chance, digit, chance.one_of(chance.between(20, 60), chance.between(60, 400)), pen)
    if coverage.shape[1] < 5:
        coverage = np.pad(coverage, ((0, 0), (3, 3)))
    pads = [chance.whole(*margins) for _ in range(4)]
    h, w = coverage.shape
    size = (h + pads[0] + pads[1], w + pads[2] + pads[3])
    paper, color = (chance.paper(), chance.pen()) if chance.often(0.75) else (chance.gray(0, 0.15), chance.gray(0.8, 1))
    page = pages.plain(size, paper)
    pages.ink(page, coverage, pads[2], pads[0], color)
    return finish(chance, page)


def margin_0(chance, digit):
    return crop(chance, digit, (0, 0), chance.about(0.1, 2))


def margin_1(chance, digit):
    return crop(chance, digit, (0, 2), chance.about(0.1, 2))


def margin_0_bold(chance, digit):
    return crop(chance, digit, (0, 1), chance.between(0.16, 0.27))


def cut(chance, digit):
    """Slightly cut: up to 4 % of the height, of a pen that is wider than that."""
    picture = crop(chance, digit, (0, 0), chance.between(0.09, 0.2))
    h, w = picture.shape[:2]
    top, left = round(h * chance.between(0, 0.04)), round(w * chance.between(0, 0.04))
    return picture[top : h - round(h * chance.between(0, 0.04)), left : w - round(w * chance.between(0, 0.04))]


def bold(chance, digit):
    """So bold that the ink covers 35 to 55 % of the picture."""
    coverage = subjects.written(chance, digit, chance.between(60, 300), chance.between(0.19, 0.32))
    ink, wanted = coverage.sum(), chance.between(0.35, 0.55)
    h, w = coverage.shape
    grown = max(1.0, (ink / wanted / (h * w)) ** 0.5)
    pad_y, pad_x = round(h * (grown - 1) / 2), round(w * (grown - 1) / 2)
    page = pages.plain((h + 2 * pad_y, w + 2 * pad_x), chance.paper())
    pages.ink(page, coverage, pad_x, pad_y, chance.pen())
    return finish(chance, page)


def thin(chance, digit):
    page = page_of(chance, 200, 600)
    write(chance, page, digit, chance.between(0.4, 0.9), color=ink_on(chance, page), pen=chance.between(0.008, 0.03))
    return finish(chance, page)


def elongated(chance, digit):
    """A strip: much wider than high, or much higher than wide."""
    short, long = chance.whole(60, 160), chance.whole(300, 700)
    page = pages.plain(chance.one_of((short, long), (long, short)), chance.paper())
    write(chance, page, digit, chance.between(0.5, 0.9), (chance.between(0.1, 0.9), chance.between(0.1, 0.9)))
    return finish(chance, page)


def finish(chance, page):
    """Saved as it is, or photographed."""
    return camera.photo(chance, page, chance.between(0.2, 0.8)) if chance.often(0.3) else page


JPEG = 0.3
SCENES = {
    "small-anywhere": anywhere,
    "small-corner": corner,
    "small-edge": edge,
    "tiny": tiny,
    "margin-0": margin_0,
    "margin-1": margin_1,
    "margin-0-bold": margin_0_bold,
    "cut": cut,
    "bold": bold,
    "thin": thin,
    "elongated": elongated,
}
