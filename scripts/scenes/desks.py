"""A sheet, a note or a card that lies on something."""

from . import camera, pages
from .writing import write


def sheet(chance, digit, low=150, high=420, color=None):
    page = pages.paper(chance, chance.size(low, high), color)
    write(chance, page, digit, height=chance.between(0.25, 0.75), pen=chance.about(0.075, 1.6), margin=0.06)
    return page


def on_desk(chance, page, kind, cover=(0.5, 0.95), angle=6, **more):
    h, w = chance.size(240, 480) if chance.often(0.4) else [round(s * chance.between(1, 1.25)) for s in page.shape[:2]]
    desk = pages.desk(chance, (h, w), kind)
    picture = pages.laid(chance, page, desk, chance.between(*cover), chance.between(-angle, angle), **more)
    return camera.photo(chance, picture)


def light(chance, digit):
    return on_desk(chance, sheet(chance, digit), "light")


def dark(chance, digit):
    return on_desk(chance, sheet(chance, digit), "dark")


def wooden(chance, digit):
    return on_desk(chance, sheet(chance, digit), "wood")


def pattern(chance, digit):
    return on_desk(chance, sheet(chance, digit), "pattern")


def turned(chance, digit):
    return on_desk(chance, sheet(chance, digit), chance.one_of("dark", "wood", "light"), (0.5, 0.85), 15, tilt=0.08)


def shadowed(chance, digit):
    picture = on_desk(chance, sheet(chance, digit), chance.one_of("light", "wood", "dark"), shadow=0.6)
    return camera.shadow(chance, picture, chance.between(0.25, 0.6))


def edge(chance, digit):
    """The sheet fills the picture but for a strip of the desk on one side or two."""
    page = sheet(chance, digit)
    h, w = page.shape[:2]
    desk = pages.desk(chance, (h, w), chance.one_of("wood", "dark", "light", "pattern"))
    shift = chance.between(0.04, 0.2)
    offset = chance.one_of(
        (shift * w, 0), (-shift * w, 0), (0, shift * h), (0, -shift * h), (shift * w, shift * h), (-shift * w, shift * h)
    )
    return camera.photo(chance, pages.laid(chance, page, desk, chance.between(1.0, 1.15), chance.between(-4, 4), offset=offset))


def sticky(chance, digit):
    """A colored note on a desk, a wall or a screen."""
    side = chance.whole(140, 300)
    page = pages.plain((side, side), chance.hue((0.25, 0.7), (0.8, 1)))
    pages.grained(chance, page, chance.between(0, 0.02))
    write(chance, page, digit, height=chance.between(0.4, 0.75), color=chance.one_of((0.05, 0.05, 0.08), chance.pen()), margin=0.08)
    return on_desk(chance, page, chance.one_of("light", "wood", "dark", "pattern"), (0.45, 0.95), 12)


def frame(chance, digit):
    """A passe-partout: frames within a frame, each of its own color."""
    page = pages.paper(chance, chance.size(160, 320))
    h, w = page.shape[:2]
    write(chance, page, digit, height=chance.between(0.4, 0.75), margin=0.12)
    for _ in range(chance.whole(1, 3)):
        thick = chance.whole(3, max(4, min(h, w) // 8))
        color = chance.one_of(chance.gray(0, 0.4), chance.gray(0.4, 0.9), chance.hue((0.2, 0.9), (0.2, 0.9)))
        outer = pages.plain((page.shape[0] + 2 * thick, page.shape[1] + 2 * thick), color)
        outer[thick:-thick, thick:-thick] = page
        page = outer
    return camera.photo(chance, page) if chance.often(0.5) else page


def card(chance, digit):
    """A light index card or a label with round corners on a dark or colored ground."""
    size = chance.size(180, 420)
    page = pages.plain(size, chance.one_of(chance.gray(0, 0.45), chance.hue((0.3, 0.9), (0.2, 0.7))))
    h, w = size
    left, top = chance.between(0.03, 0.25) * w, chance.between(0.03, 0.25) * h
    box = (left, top, w - chance.between(0.03, 0.25) * w, h - chance.between(0.03, 0.25) * h)
    pages.rectangle(page, box, chance.gray(0.82, 1, 0.05), chance.between(0, 0.12) * min(h, w))
    inner = page[round(top) + 2 : round(box[3]) - 2, round(left) + 2 : round(box[2]) - 2]
    write(chance, inner, digit, height=chance.between(0.4, 0.75), margin=0.1)
    return camera.photo(chance, page)


JPEG = 0.6
SCENES = {
    "desk-light": light,
    "desk-dark": dark,
    "desk-wood": wooden,
    "desk-pattern": pattern,
    "desk-turned": turned,
    "desk-shadow": shadowed,
    "desk-edge": edge,
    "sticky-note": sticky,
    "frame": frame,
    "card": card,
}
