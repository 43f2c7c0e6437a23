"""Cells of forms, tables and sudokus."""

import numpy as np
from PIL import Image
from scipy import ndimage

from . import camera, glyphs, pages
from .writing import write

ALL = ("left", "right", "top", "bottom")


def blank(chance, low=40, high=220, color=None):
    """A cell's paper, about square."""
    side = chance.about((low * high) ** 0.5, (high / low) ** 0.5)
    size = (round(side * chance.between(0.85, 1.15)), round(side * chance.between(0.75, 1.2)))
    return pages.paper(chance, size, color or chance.one_of(chance.gray(0.85, 1), chance.gray(0.5, 0.85, 0.05), chance.paper()))


def sides_of(chance, count):
    return [ALL[i] for i in chance.generator.permutation(4)[:count]]


def cell_lines(chance, page, sides, color, width, inset=0.12):
    """Lines of a box on some sides, each up to `inset` of the side away from the edge, and a little askew; returns the inside."""
    h, w = page.shape[:2]
    depth = {s: (chance.between(0, inset) if s in sides else 0) for s in ALL}
    x0, x1, y0, y1 = depth["left"] * w, w - 1 - depth["right"] * w, depth["top"] * h, h - 1 - depth["bottom"] * h
    full = chance.often(0.5)  # the lines cross and go on to the edges, or end in the corners
    ax, bx, ay, by = (0, w, 0, h) if full else (x0, x1, y0, y1)
    skew = chance.between(-0.02, 0.02) * h
    ends = {
        "left": (x0, ay, x0 + skew, by),
        "right": (x1, ay, x1 + skew, by),
        "top": (ax, y0, bx, y0 - skew),
        "bottom": (ax, y1, bx, y1 - skew),
    }
    for side in sides:
        pages.lines(page, [ends[side]], width * chance.about(1, 1.2), color)
    return x0 / w, y0 / h, x1 / w, y1 / h


def cell(chance, digit, sides=ALL, line=None, pen=None, blur=0.0, height=(0.45, 0.75), color=None, coverage=None, low=40):
    page = blank(chance, low, color=color)
    h, w = page.shape[:2]
    width = max(1.0, min(h, w) * chance.between(0.008, 0.05))
    x0, y0, x1, y1 = cell_lines(chance, page, sides, line or chance.gray(0, 0.6), width)
    center = ((x0 + x1) / 2 + chance.between(-0.06, 0.06), (y0 + y1) / 2 + chance.between(-0.06, 0.06))
    tall = chance.between(*height) * (y1 - y0) * h / min(h, w)
    if coverage is not None:
        coverage = glyphs.resized(coverage, tall * min(h, w))
    write(chance, page, digit, tall, center, pen or chance.pen(), chance.about(0.09, 1.6), coverage=coverage)
    page = camera.light(chance, page, 0.7)
    page = camera.blur(page, blur * min(h, w))
    return camera.noise(chance, page, chance.between(0, 0.03), chance.often(0.5))


def box(chance, digit):
    return cell(chance, digit)


def some_sides(chance, digit):
    return cell(chance, digit, sides_of(chance, chance.whole(1, 3)))


def dark_lines(chance, digit):
    """Lines darker than the digit."""
    return cell(
        chance,
        digit,
        sides_of(chance, chance.whole(1, 4)),
        chance.gray(0, 0.12),
        chance.one_of(chance.gray(0.35, 0.55), chance.hue((0.3, 0.8), (0.5, 0.75))),
        color=chance.gray(0.85, 1),
    )


def light_lines(chance, digit):
    return cell(
        chance,
        digit,
        sides_of(chance, chance.whole(2, 4)),
        chance.one_of(chance.gray(0.55, 0.8), chance.hue((0.2, 0.6), (0.7, 0.95))),
    )


def blurred(chance, digit):
    return cell(chance, digit, sides_of(chance, chance.whole(1, 4)), blur=chance.between(0.01, 0.035))


def touching(chance, digit):
    """The digit reaches its box or crosses it."""
    return cell(chance, digit, sides_of(chance, chance.whole(2, 4)), height=(0.92, 1.1))


def red_print(chance, digit):
    red = chance.one_of((0.85, 0.25, 0.25), (0.9, 0.5, 0.4), (0.95, 0.45, 0.6), (0.9, 0.6, 0.2), (0.3, 0.65, 0.5))
    return cell(
        chance, digit, sides_of(chance, chance.whole(2, 4)), red, chance.one_of((0.1, 0.1, 0.5), (0.1, 0.1, 0.12), (0.2, 0.25, 0.6))
    )


def gray_cell(chance, digit):
    return cell(
        chance,
        digit,
        sides_of(chance, chance.whole(1, 4)),
        chance.gray(0.05, 0.3),
        chance.gray(0.05, 0.25),
        color=chance.gray(0.4, 0.7),
    )


def small_cell(chance, digit):
    """A cell of a scanned page, of 20 to 45 pixels."""
    return cell(chance, digit, sides_of(chance, chance.whole(1, 4)), low=10, height=(0.5, 0.8))


def sudoku(chance, digit):
    """A printed or written digit between a sudoku's thin and thick lines."""
    page = blank(chance, 40, 160)
    h, w = page.shape[:2]
    side = min(h, w)
    inside = [chance.between(0.02, 0.14) for _ in range(4)]
    ink = chance.gray(0, 0.3)
    edges = [
        (inside[0] * w, 0, inside[0] * w, h),
        (w - inside[1] * w, 0, w - inside[1] * w, h),
        (0, inside[2] * h, w, inside[2] * h),
        (0, h - inside[3] * h, w, h - inside[3] * h),
    ]
    for e in edges:
        if chance.often(0.8):
            pages.lines(page, [e], side * chance.one_of(0.015, 0.02, 0.05, 0.07), ink)
    coverage = glyphs.printed(chance, str(digit), chance.between(0.4, 0.6) * side) if chance.often(0.5) else None
    write(chance, page, digit, chance.between(0.4, 0.65), (0.5 + chance.between(-0.08, 0.08),) * 2, chance.pen(), coverage=coverage)
    return camera.photo(chance, pages.turned(page, chance.between(-4, 4), page[h // 2, 2]), 0.8)


def table(chance, digit):
    """A cell with parts of its neighbors' digits beyond the lines."""
    side = chance.whole(50, 200)
    big = pages.paper(chance, (3 * side, 3 * side))
    ink, line = chance.pen(), chance.gray(0, 0.7)
    for row in range(3):
        for column in range(3):
            part = big[row * side : (row + 1) * side, column * side : (column + 1) * side]
            if (row, column) == (1, 1) or chance.often(0.7):
                write(
                    chance,
                    part,
                    digit if (row, column) == (1, 1) else chance.whole(0, 9),
                    chance.between(0.5, 0.75),
                    color=ink,
                    pen=chance.about(0.08, 1.4),
                    margin=0.08,
                )
    for i in (1, 2):
        pages.lines(
            big, [(i * side, 0, i * side, 3 * side), (0, i * side, 3 * side, i * side)], side * chance.between(0.01, 0.05), line
        )
    over = round(side * chance.between(0.03, 0.25))
    return camera.photo(chance, big[side - over : 2 * side + over, side - over : 2 * side + over], 0.6)


def comb(chance, digit):
    """A form's comb: a line below, short teeth at the sides."""
    page = blank(chance)
    h, w = page.shape[:2]
    color, width = chance.one_of(chance.gray(0, 0.6), (0.85, 0.4, 0.4), (0.4, 0.6, 0.85)), max(1, w * chance.between(0.01, 0.04))
    low, tooth = h * chance.between(0.85, 0.96), h * chance.between(0.15, 0.4)
    left, right = w * chance.between(0.02, 0.12), w * chance.between(0.88, 0.98)
    pages.lines(page, [(0, low, w, low), (left, low - tooth, left, low), (right, low - tooth, right, low)], width, color)
    write(
        chance,
        page,
        digit,
        chance.between(0.5, 0.75),
        (0.5 + chance.between(-0.06, 0.06), low / h * 0.52),
        pen=chance.about(0.09, 1.5),
    )
    return camera.photo(chance, page, 0.7)


def binary(chance, page):
    """Black and white by a local threshold, as programs cut cells out of a grid; the ink may become white."""
    gray = page.mean(2)
    around = ndimage.uniform_filter(gray, max(5, round(min(gray.shape) * chance.between(0.2, 0.6))))
    paper = gray > around - chance.between(0.02, 0.12)
    side = chance.one_of(None, 28, 28, 32, 50)
    level = (
        np.asarray(
            Image.fromarray(paper).convert("L").resize((side, side), Image.Resampling.BOX)
            if side
            else paper.astype(np.uint8) * 255,
            np.float32,
        )
        / 255
    )
    return np.repeat((level if chance.often(0.4) else 1 - level)[..., None], 3, -1)


def binary_cell(chance, digit):
    return binary(chance, cell(chance, digit, sides_of(chance, chance.whole(0, 4)), height=(0.5, 0.8)))


JPEG = 0.5
SCENES = {
    "cell-box": box,
    "cell-sides": some_sides,
    "cell-dark-lines": dark_lines,
    "cell-light-lines": light_lines,
    "cell-blurred": blurred,
    "cell-touching": touching,
    "cell-red-print": red_print,
    "cell-gray": gray_cell,
    "cell-small": small_cell,
    "sudoku": sudoku,
    "cell-table": table,
    "cell-comb": comb,
    "cell-binary": binary_cell,
}
