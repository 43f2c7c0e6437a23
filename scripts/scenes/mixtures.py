"""Several difficulties at once, and several digits."""

import numpy as np

from . import camera, desks, forms, inks, pages, papers, photos, subjects
from .writing import textured, write


def page_of(chance):
    """Some paper, colored paper, ruled paper, or a cell."""
    page = pages.paper(
        chance, chance.size(120, 420), chance.one_of(None, None, chance.gray(0.4, 0.9, 0.06), chance.hue((0.1, 0.6), (0.6, 1)))
    )
    side = min(page.shape[:2])
    kind = chance.whole(0, 4)
    if kind == 0:
        papers.ruling(
            chance,
            page,
            chance.between(0.06, 0.4) * side,
            papers.line_color(chance),
            max(1, side * chance.between(0.003, 0.01)),
            chance.one_of("rows", "both"),
        )
    elif kind == 1:
        forms.cell_lines(
            chance,
            page,
            forms.sides_of(chance, chance.whole(1, 4)),
            chance.one_of(chance.gray(0, 0.6), (0.85, 0.4, 0.4)),
            max(1, side * chance.between(0.005, 0.03)),
        )
    elif kind == 2:
        papers.wear(chance, page)
    return page


def mixed(chance, digit):
    page = page_of(chance)
    tall = chance.one_of(chance.between(0.15, 0.4), chance.between(0.4, 0.75))
    coverage = textured(
        chance, subjects.written(chance, digit, tall * min(page.shape[:2]), chance.about(0.085, 1.9)), chance.between(0, 0.5)
    )
    if chance.often(0.15):
        coverage = inks.gaps(chance, coverage, 2, chance.between(0.01, 0.04))
    if coverage.shape[1] > 0.9 * page.shape[1]:
        coverage = None
    paper = page.mean((0, 1))
    color = chance.gray(0.9, 1) if paper.mean() < 0.4 else np.minimum(chance.pen(), paper - 0.25)
    center = (chance.between(0.15, 0.85), chance.between(0.15, 0.85)) if tall < 0.4 else None
    write(chance, page, digit, 0.5, center, np.clip(color, 0, 1), coverage=coverage, margin=chance.between(0.02, 0.15))
    kind = chance.whole(0, 3)
    if kind == 0:
        page = desks.on_desk(chance, page, chance.one_of("light", "dark", "wood", "pattern"), angle=12)
    elif kind == 1:
        page = pages.turned(page, chance.between(-12, 12), page[1, 1])
    return worse(chance, camera.photo(chance, page))


def worse(chance, page):
    """One thing or two that spoil a photo."""
    side = min(page.shape[:2])
    for effect in chance.generator.permutation(7)[: chance.whole(0, 2)]:
        if effect == 0:
            page = camera.shadow(chance, page, chance.between(0.2, 0.5))
        elif effect == 1:
            page = camera.vignette(chance, page, chance.between(0.2, 0.6))
        elif effect == 2:
            page = camera.flash(chance, page, chance.between(0.3, 0.6))
        elif effect == 3:
            page = camera.blur(page, side * chance.between(0.003, 0.012))
        elif effect == 4:
            page = camera.noise(chance, page, chance.between(0.02, 0.07), chance.often(0.5))
        elif effect == 5:
            page = camera.squeezed(page, chance.whole(10, 40))
        else:
            page = page * chance.between(0.4, 0.8) + chance.between(0, 0.2)
    return page


def inverted(chance, digit):
    """A negative of an ordinary picture."""
    return 1 - np.clip(photos.sheet(chance, digit), 0, 1)


def several(chance, _):
    """Two or three whole digits, apart or touching: no single digit is the answer."""
    tall = chance.between(50, 180)
    pen, color = chance.about(0.09, 1.5), chance.pen()
    row = [
        subjects.written(chance, chance.whole(0, 9), tall * chance.between(0.9, 1.1), pen) for _ in range(chance.one_of(2, 2, 2, 3))
    ]
    gap = tall * chance.one_of(chance.between(-0.08, 0), chance.between(0.05, 0.4))
    wide = sum(c.shape[1] for c in row) + gap * (len(row) - 1)
    page = pages.plain((round(tall * chance.between(1.3, 2)), round(wide + tall * chance.between(0.3, 1))), chance.paper())
    x, y = (page.shape[1] - wide) / 2, page.shape[0] / 2
    for coverage in row:
        pages.ink(page, coverage, x, y - coverage.shape[0] / 2, color)
        x += coverage.shape[1] + gap
    return camera.photo(chance, page, 0.7) if chance.often(0.5) else page


JPEG = 0.5
DIGITS = {"several": None}
SCENES = {
    "mixed": mixed,
    "mixed-far": lambda chance, digit: worse(chance, mixed(chance, digit)),
    "negative": inverted,
    "several": several,
}
