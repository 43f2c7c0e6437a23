"""Pictures without a digit."""

import numpy as np
from PIL import Image

from . import camera, desks, forms, mixtures, pages, papers, photos, places, screens, subjects
from .writing import on_paper

# Halves of digits that are no digit: side that is kept.
HALVES = {
    0: ("left", "right", "top", "bottom"),
    2: ("left", "top"),
    3: ("left", "top"),
    5: ("left", "top"),
    6: ("right",),
    8: ("left",),
    9: ("left",),
}


def cell(chance):
    page = forms.blank(chance)
    sides = forms.sides_of(chance, chance.whole(1, 4))
    h, w = page.shape[:2]
    forms.cell_lines(
        chance,
        page,
        sides,
        chance.one_of(chance.gray(0, 0.6), (0.85, 0.4, 0.4), chance.pen()),
        max(1, min(h, w) * chance.between(0.008, 0.06)),
        chance.one_of(0.03, 0.15),
    )
    page = camera.specks(chance, page, chance.one_of(0, 0, chance.whole(1, 6)))
    page = camera.blur(camera.light(chance, page), chance.one_of(0, chance.between(0, 0.03)) * min(h, w))
    return camera.noise(chance, page, chance.between(0, 0.04))


def small_cell(chance):
    """A cell of a scan or of a video, of 14 to 45 pixels."""
    page = cell(chance)
    side = chance.whole(14, 45)
    image = pages.as_image(page).resize((side, round(side * chance.between(0.9, 1.1))), Image.Resampling.BOX)
    return camera.noise(chance, np.asarray(image, np.float32) / 255, chance.between(0, 0.03), False)


def binary_cell(chance):
    return forms.binary(chance, chance.one_of(cell, cell, sudoku, remains)(chance))


def sudoku(chance):
    """An empty cell cut out of a larger grid, slightly off, so that thick lines and corners are seen."""
    side = chance.whole(30, 140)
    big = pages.paper(chance, (2 * side, 2 * side))
    color = chance.gray(0, 0.4)
    for i, width in ((0.5, chance.between(0.01, 0.04)), (1.5, chance.between(0.01, 0.09))):
        pages.lines(big, [(i * side, 0, i * side, 2 * side), (0, i * side, 2 * side, i * side)], max(1, width * side), color)
    big = pages.turned(big, chance.between(-4, 4), big[2, 2])
    x, y = [round(side * chance.between(0.42, 0.58)) for _ in range(2)]
    return camera.photo(chance, big[y : y + side, x : x + side])


def remains(chance):
    """An empty cell with slivers of lines or of neighbors' digits at its edges."""
    page = forms.blank(chance)
    h, w = page.shape[:2]
    color = chance.pen()
    for side in forms.sides_of(chance, chance.whole(1, 3)):
        other = subjects.written(chance, chance.whole(0, 9), h * chance.between(0.5, 0.8))
        seen, along = chance.between(0.02, 0.1), chance.between(0, 0.5)
        x, y = {
            "left": (seen * w - other.shape[1], along * h),
            "right": (w - seen * w, along * h),
            "top": (along * w, seen * h - other.shape[0]),
            "bottom": (along * w, h - seen * h),
        }[side]
        pages.ink(page, other, x, y, color)
    if chance.often(0.4):
        forms.cell_lines(chance, page, forms.sides_of(chance, 2), chance.gray(0, 0.6), max(1, w * 0.02), 0.06)
    return camera.photo(chance, page, 0.7)


def blank(chance):
    return pages.plain(
        chance.size(28, 400), chance.one_of(chance.paper(), chance.paper(), chance.gray(0, 1), chance.hue((0.1, 0.9), (0.2, 1)))
    )


def blank_photo(chance):
    page = pages.paper(chance, chance.size(60, 420))
    if chance.often(0.4):
        papers.wear(chance, page)
    page = camera.photo(chance, page, chance.between(0.5, 2))
    return camera.specks(chance, page, chance.one_of(0, chance.whole(1, 20)))


def sheet_on_desk(chance):
    return desks.on_desk(
        chance, pages.paper(chance, chance.size(150, 400)), chance.one_of("light", "dark", "wood", "pattern"), angle=12
    )


def ruled(chance):
    page = pages.paper(chance, chance.size(60, 400))
    side = min(page.shape[:2])
    color = chance.one_of(papers.line_color(chance), chance.gray(0, 0.5))
    papers.ruling(
        chance,
        page,
        chance.between(0.05, 0.4) * side,
        color,
        max(1, side * chance.between(0.003, 0.02)),
        chance.one_of("rows", "rows", "columns"),
    )
    return camera.photo(chance, page)


def graph(chance):
    page = pages.paper(chance, chance.size(60, 400))
    side = min(page.shape[:2])
    color = chance.one_of(papers.line_color(chance), chance.gray(0, 0.5))
    papers.ruling(chance, page, chance.between(0.05, 0.4) * side, color, max(1, side * chance.between(0.003, 0.02)), "both")
    page = pages.turned(page, chance.one_of(0, chance.between(-8, 8)), page[1, 1])
    return camera.photo(chance, page)


def alone(subject):
    """A scene of another subject alone on a page, large."""
    return lambda chance: on_paper(chance, subjects.written(chance, subject, chance.between(30, 240)))


def within(subject, module, left_out=()):
    """A scene of a module with another subject in the digit's place."""
    hosts = [draw for name, draw in module.SCENES.items() if name not in left_out]
    return lambda chance: chance.one_of(*hosts)(chance, chance.one_of(*subjects.OTHERS) if subject is None else subject)


def dash(chance):
    """A short dash in a cell, or several, or a few dots."""
    if chance.often(0.5):
        page = forms.blank(chance)
        h, w = page.shape[:2]
        y, long = h * chance.between(0.4, 0.6), w * chance.between(0.1, 0.3)
        for x in np.arange(chance.one_of(1, 1, 2, 3)) * 1.5 * long + w * chance.between(0.1, 0.4):
            pages.lines(
                page,
                [(x, y, x + long, y - h * chance.between(-0.02, 0.04))],
                max(1.5, h * chance.between(0.02, 0.06)),
                chance.pen(),
            )
        return camera.photo(chance, page, 0.7)
    coverage = np.zeros((chance.whole(40, 200),) * 2, np.float32)
    for _ in range(chance.one_of(1, 2, 3, 3, 8)):
        y, x, r = (
            chance.whole(0, len(coverage) - 1),
            chance.whole(0, len(coverage) - 1),
            chance.whole(1, max(2, len(coverage) // 14)),
        )
        coverage[max(0, y - r) : y + r, max(0, x - r) : x + r] = 1
    return on_paper(chance, np.pad(coverage, 10))


def texture(chance):
    """Wood, cloth, tiles, bricks, noise, sky."""
    size = chance.size(60, 400)
    kind = chance.whole(0, 4)
    if kind < 2:
        return camera.photo(chance, pages.desk(chance, size, ("wood", "pattern")[kind]))
    if kind == 2:
        return 0.5 + chance.between(0.1, 0.4) * chance.normal(*size, 3)
    mix = pages.clouds(chance, size, chance.whole(1, 14))[..., None]
    one, two = np.float32(chance.hue((0, 1), (0, 1))), np.float32(chance.hue((0, 1), (0, 1)))
    return camera.photo(chance, one + (two - one) * np.clip(mix + 0.5, 0, 1))


def landscape(chance):
    """Like a photo of something else: a sky, hills, a house or balls."""
    h, w = size = chance.size(80, 360)
    sky, ground = np.float32(chance.hue((0.1, 0.6), (0.6, 1))), np.float32(chance.hue((0.3, 0.9), (0.15, 0.7)))
    y = np.arange(h)[:, None] / h
    hills = chance.between(0.4, 0.8) + 0.15 * pages.clouds(chance, (2, w), chance.whole(2, 6))[:1]
    page = np.where((y > hills)[..., None], ground, sky * (1 - 0.3 * y[..., None])).astype(np.float32)
    for _ in range(chance.whole(1, 5)):
        x, top, side = chance.between(0, 0.9) * w, chance.between(0.1, 0.8) * h, chance.between(0.08, 0.4) * min(h, w)
        pages.rectangle(
            page,
            (x, top, x + side, top + side * chance.between(0.6, 1.6)),
            chance.hue((0, 1), (0.1, 1)),
            chance.one_of(0, side / 2, side / 5),
        )
    return camera.photo(chance, pages.grained(chance, page, chance.between(0, 0.05)), 1.5)


def half(chance):
    """A digit of which the edge of the picture leaves a third."""
    digit = chance.one_of(*HALVES)
    side = chance.one_of(*HALVES[digit])
    tall = chance.between(60, 240)
    coverage = subjects.written(chance, digit, tall)
    h, w = coverage.shape
    keep = chance.between(0.2, 0.36)
    part = {
        "left": coverage[:, : max(2, round(keep * w))],
        "right": coverage[:, -max(2, round(keep * w)) :],
        "top": coverage[: max(2, round(0.8 * keep * h))],
        "bottom": coverage[-max(2, round(0.8 * keep * h)) :],
    }[side]
    ph, pw = part.shape
    page = pages.plain((round(ph + tall * chance.between(0.3, 0.9)), round(pw + tall * chance.between(0.3, 0.9))), chance.paper())
    y, x = (page.shape[0] - ph) * chance.between(0.2, 0.8), (page.shape[1] - pw) * chance.between(0.2, 0.8)
    x, y = {"left": (page.shape[1] - pw, y), "right": (0, y), "top": (x, page.shape[0] - ph), "bottom": (x, 0)}[side]
    pages.ink(page, part, x, y, chance.pen())
    return camera.photo(chance, page, 0.6) if chance.often(0.4) else page


def box(chance):
    """Frames and boxes with nothing in them."""
    h, w = size = chance.size(60, 360)
    page = pages.plain(size, chance.paper())
    for _ in range(chance.one_of(1, 1, 2, 3)):
        x0, y0 = chance.between(0.02, 0.4) * w, chance.between(0.02, 0.4) * h
        fill = chance.one_of(None, None, chance.gray(0, 0.3), chance.gray(0.8, 1))
        pages.rectangle(
            page,
            (x0, y0, chance.between(0.6, 0.98) * w, chance.between(0.6, 0.98) * h),
            fill,
            0 if fill is None else chance.one_of(0, 0.1 * min(h, w)),
            chance.gray(0, 0.5),
            chance.whole(1, 6),
        )
    return camera.photo(chance, page, 0.6) if chance.often(0.4) else page


def program(chance):
    """A web page, a telephone or a figure whose canvas is empty, and text around it."""
    h, w = size = chance.size(240, 480)
    back = chance.one_of((1, 1, 1), chance.gray(0.85, 1), chance.gray(0.05, 0.25))
    ink = chance.gray(0.1, 0.4) if back[0] > 0.5 else chance.gray(0.7, 1)
    page = pages.plain(size, back)
    side = round(0.55 * min(h, w))
    x, y = round((w - side) * chance.between(0.1, 0.9)), round(0.18 * h)
    pages.rectangle(page, (x, y, x + side, y + side), chance.one_of((1, 1, 1), (0, 0, 0), back), 0, ink, chance.whole(1, 4))
    screens.text(chance, page, screens.caption(chance), 0.05 * w, 0.05 * h, max(8, 0.05 * h), ink)
    screens.button(chance, page, x, y + side + 0.05 * h, side * 0.5, 0.09 * h)
    return page


JPEG = 0.4
SCENES = {
    "no-cell": cell,
    "no-cell-small": small_cell,
    "no-cell-binary": binary_cell,
    "no-sudoku": sudoku,
    "no-remains": remains,
    "no-blank": blank,
    "no-blank-photo": blank_photo,
    "no-sheet": sheet_on_desk,
    "no-ruled": ruled,
    "no-graph": graph,
    "no-dash": dash,
    "no-texture": texture,
    "no-landscape": landscape,
    "no-half": half,
    "no-box": box,
    "no-program": program,
    **{f"no-{subject}": alone(subject) for subject in subjects.OTHERS},
    "nothing-in-form": within(subjects.NOTHING, forms, ("cell-table", "sudoku")),
    "other-in-form": within(None, forms, ("cell-table", "sudoku")),
    "nothing-on-paper": within(subjects.NOTHING, papers, ("underlined", "marked")),
    "other-on-paper": within(None, papers),
    "nothing-on-screen": within(subjects.NOTHING, screens),
    "other-on-screen": within(None, screens),
    "nothing-in-photo": within(subjects.NOTHING, photos, ("plain-print", "plain-mnist", "transparent")),
    "other-in-photo": within(None, photos, ("plain-print",)),
    "other-on-desk": within(None, desks),
    "other-in-place": within(None, places, ("bold", "cut")),
    "other-in-mixture": within(None, mixtures, ("several",)),
}
