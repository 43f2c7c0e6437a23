"""What programs show and save: boxes on pages, figures, web demos, telephones, drawing programs."""

import numpy as np
from PIL import Image

from . import glyphs, pages, subjects
from .writing import write

CAPTIONS = (
    "Draw a digit",
    "Prediction",
    "Digit Recognizer",
    "MNIST",
    "Clear",
    "Predict",
    "Label",
    "input image",
    "Result",
    "Handwritten",
    "Erase",
    "Save",
    "Submit",
    "Confidence",
    "Canvas",
    "test sample",
    "Neural Network",
)
MAPS = {  # a few of a plotting library's color maps, from low to high
    "gray": [(0, 0, 0), (1, 1, 1)],
    "gray_r": [(1, 1, 1), (0, 0, 0)],
    "viridis": [(0.27, 0, 0.33), (0.23, 0.32, 0.55), (0.13, 0.57, 0.55), (0.37, 0.79, 0.38), (0.99, 0.91, 0.14)],
    "plasma": [(0.05, 0.03, 0.53), (0.49, 0.01, 0.66), (0.8, 0.28, 0.47), (0.97, 0.58, 0.25), (0.94, 0.98, 0.13)],
    "magma": [(0, 0, 0.01), (0.32, 0.07, 0.48), (0.72, 0.22, 0.47), (0.99, 0.55, 0.38), (0.99, 0.99, 0.75)],
    "hot": [(0.04, 0, 0), (1, 0, 0), (1, 1, 0), (1, 1, 1)],
    "jet": [(0, 0, 0.5), (0, 0.5, 1), (0.5, 1, 0.5), (1, 0.5, 0), (0.5, 0, 0)],
    "blues": [(0.97, 0.98, 1), (0.42, 0.68, 0.84), (0.03, 0.19, 0.42)],
    "bone": [(0, 0, 0), (0.33, 0.33, 0.46), (0.65, 0.78, 0.78), (1, 1, 1)],
}


def text(chance, page, words, x, y, height, color):
    pages.ink(page, glyphs.printed(chance, words, height), x, y, color)


def caption(chance):
    return chance.one_of(*CAPTIONS)


def drawing(chance, digit, size, paper, color):
    """A digit drawn with a mouse, or an MNIST image, that fills a canvas."""
    page = pages.plain(size, paper)
    if chance.often(0.3):
        level = pixels(chance, digit, size)[..., None]
        return page + (np.float32(color) - page) * level
    write(chance, page, digit, chance.between(0.45, 0.85), color=color, pen=chance.about(0.08, 1.7), opacity=1)
    return page


def pixels(chance, digit, size):
    """An MNIST image [height, width] enlarged with or without smoothing."""
    image = Image.fromarray((subjects.image(chance, digit) * 255).astype(np.uint8))
    way = chance.one_of(Image.Resampling.NEAREST, Image.Resampling.NEAREST, Image.Resampling.BICUBIC)
    return np.asarray(image.resize((size[1], size[0]), way), np.float32) / 255


def box_on_page(chance, digit, page_color, box_color, ink_color, corners=0.0, border=None):
    h, w = size = chance.size(200, 560)
    page = pages.plain(size, page_color)
    side = chance.between(0.25, 0.9) * min(h, w)
    bw, bh = round(side), round(side * chance.one_of(1, 1, chance.between(0.75, 1)))
    x, y = [round((room - b) * chance.one_of(0.5, chance.between(0.05, 0.95))) for room, b in ((w, bw), (h, bh))]
    page[y : y + bh, x : x + bw] = drawing(chance, digit, (bh, bw), box_color, ink_color)
    if corners:  # repaint what is outside of the round corners
        mask = pages.rectangle(np.zeros((bh, bw, 3), np.float32), (0, 0, bw - 1, bh - 1), (1, 1, 1), corners * side)
        part = page[y : y + bh, x : x + bw]
        part[...] = page_color + (part - np.float32(page_color)) * mask
    if border is not None:
        pages.rectangle(page, (x - 1, y - 1, x + bw, y + bh), None, corners * side, border, chance.whole(1, 5))
    return page, (x, y, x + bw, y + bh)


def dark_box(chance, digit):
    page, _ = box_on_page(chance, digit, chance.gray(0.88, 1), chance.gray(0, 0.2), chance.gray(0.85, 1))
    return page


def light_box(chance, digit):
    page, _ = box_on_page(chance, digit, chance.gray(0, 0.3), chance.gray(0.88, 1), chance.pen())
    return page


def color_box(chance, digit):
    back, box = chance.hue((0.1, 0.8), (0.5, 1)), chance.one_of(chance.gray(0.85, 1), chance.gray(0, 0.2))
    page, _ = box_on_page(
        chance, digit, back, box, chance.gray(0, 0.2) if box[0] > 0.5 else chance.gray(0.85, 1), chance.one_of(0, 0.08)
    )
    return page


def rounded(chance, digit):
    dark = chance.often(0.6)
    colors = (
        (chance.gray(0.9, 1), chance.gray(0, 0.2), chance.gray(0.9, 1))
        if dark
        else (chance.gray(0.1, 0.4), chance.gray(0.9, 1), chance.pen())
    )
    page, _ = box_on_page(chance, digit, *colors, chance.between(0.04, 0.2), chance.one_of(None, chance.gray(0.3, 0.7)))
    return page


def bordered(chance, digit):
    """A canvas of the page's own color with a border around."""
    back = chance.one_of((1, 1, 1), chance.gray(0.85, 1))
    border = chance.one_of((0, 0, 0), chance.gray(0, 0.7), chance.hue((0.4, 1), (0.3, 0.9)))
    page, _ = box_on_page(chance, digit, back, back, chance.pen(), chance.one_of(0, 0, 0.06), border)
    return page


def figure(chance, digit, name=None):
    """A figure of a plotting library: an image with axes, ticks and a title."""
    h, w = chance.one_of((480, 640), (369, 369), (400, 600), (300, 300), (288, 432))
    page = pages.plain((h, w), chance.one_of((1, 1, 1), (1, 1, 1), (0.93, 0.93, 0.93), (0.12, 0.12, 0.13)))
    line = (0, 0, 0) if page[0, 0, 0] > 0.5 else (0.9, 0.9, 0.9)
    side = round(min(h, w) * chance.between(0.55, 0.8))
    x, y = round((w - side) * chance.between(0.35, 0.6)), round((h - side) * chance.between(0.4, 0.6))
    level = (
        pixels(chance, digit, (side, side))
        if chance.often(0.7)
        else drawing(chance, digit, (side, side), (0, 0, 0), (1, 1, 1))[..., 0]
    )
    stops = np.float32(MAPS[name or chance.one_of(*MAPS)])
    at = np.linspace(0, 1, len(stops))
    page[y : y + side, x : x + side] = np.stack([np.interp(level, at, stops[:, c]) for c in range(3)], -1)
    if chance.often(0.8):
        pages.rectangle(page, (x, y, x + side, y + side), None, 0, line)
        if chance.often(0.8):
            small = max(6, round(h * 0.022))
            for i in range(0, 28, chance.one_of(5, 5, 10)):
                p = (i + 0.5) * side / 28
                pages.lines(page, [(x + p, y + side, x + p, y + side + 4), (x - 4, y + p, x, y + p)], 1, line)
                text(chance, page, str(i), x + p - small / 2, y + side + 7, small, line)
                text(chance, page, str(i), x - 7 - small * (1 if i < 10 else 1.8), y + p - small / 2, small, line)
    if chance.often(0.5):
        words = chance.one_of(
            caption(chance), "Label: %s" % digit, "Predicted: %d" % chance.whole(0, 9), "sample %d" % chance.whole(10, 9999)
        )
        high = round(h * chance.between(0.025, 0.04))
        text(chance, page, words, x + side * chance.between(0.1, 0.3), max(2, y - high - 8), high, line)
    return page


def web(chance, digit):
    """A web page: a heading, a canvas, buttons, a bar or a table of results."""
    h, w = chance.size(320, 620)
    back = chance.one_of((1, 1, 1), chance.gray(0.9, 1), chance.hue((0.05, 0.3), (0.85, 1)), chance.gray(0.08, 0.25))
    light = back[0] + back[1] > 1
    ink = chance.gray(0.1, 0.3) if light else chance.gray(0.8, 1)
    page = pages.plain((h, w), back)
    text(chance, page, caption(chance), chance.between(0.05, 0.4) * w, 0.04 * h, max(8, 0.05 * h), ink)
    side = round(min(h * chance.between(0.45, 0.65), w * 0.8))
    x, y = round((w - side) * chance.between(0.1, 0.9)), round(0.15 * h)
    dark = chance.often(0.5)
    paper, pen = (chance.gray(0, 0.1), chance.gray(0.9, 1)) if dark else (chance.gray(0.95, 1), chance.pen())
    page[y : y + side, x : x + side] = drawing(chance, digit, (side, side), paper, pen)
    if chance.often(0.7):
        pages.rectangle(page, (x - 1, y - 1, x + side, y + side), None, 0, chance.gray(0, 0.7), chance.whole(1, 4))
    for i in range(chance.whole(1, 2)):
        button(chance, page, x + i * side * 0.52, y + side + 0.04 * h, side * 0.45, 0.08 * h)
    if chance.often(0.4):
        text(
            chance,
            page,
            "%s: %s (%d%%)" % (caption(chance), digit, chance.whole(50, 99)),
            x,
            y + side + 0.17 * h,
            max(8, 0.045 * h),
            ink,
        )
    return page


def button(chance, page, x, y, width, height):
    color = chance.one_of((0.13, 0.59, 0.95), (0.3, 0.69, 0.31), chance.gray(0.8, 0.95), chance.hue((0.5, 0.9), (0.5, 0.9)))
    pages.rectangle(page, (x, y, x + width, y + height), color, height * chance.one_of(0, 0.15, 0.5))
    ink = (1, 1, 1) if sum(color) < 2.2 else (0.1, 0.1, 0.1)
    words = glyphs.printed(chance, caption(chance), height * 0.4)
    if words.shape[1] < width * 0.9:
        pages.ink(page, words, x + (width - words.shape[1]) / 2, y + height * 0.3, ink)


def phone(chance, digit):
    """A telephone's screen: bars above and below, and a canvas between them."""
    w = chance.whole(200, 400)
    h = round(w * chance.between(1.6, 2.2))
    bar = chance.one_of((0, 0, 0), chance.hue((0.5, 0.9), (0.3, 0.8)), chance.gray(0.1, 0.4))
    paper, pen = chance.one_of(((1, 1, 1), chance.pen()), (chance.gray(0, 0.12), (1, 1, 1)), (chance.gray(0.93, 1), chance.pen()))
    page = pages.plain((h, w), paper)
    top = round(h * chance.between(0.05, 0.12))
    page[:top] = bar
    page[: round(top * 0.35)] = chance.gray(0, 0.3)
    text(chance, page, caption(chance), w * 0.05, top * 0.5, top * 0.3, (1, 1, 1))
    bottom = round(h * chance.between(0.04, 0.1))
    page[h - bottom :] = chance.one_of((0, 0, 0), chance.gray(0.85, 0.95))
    low = round(h * chance.between(0.75, 0.85))
    button(chance, page, w * chance.between(0.05, 0.3), low, w * chance.between(0.3, 0.6), h * 0.06)
    write(chance, page[top:low], digit, chance.between(0.35, 0.8), color=pen, opacity=1, pen=chance.about(0.08, 1.6), margin=0.08)
    return page


def window(chance, digit):
    """A drawing program: a title, tools, a canvas, a status line, gray around."""
    h, w = chance.size(320, 620)
    page = pages.plain((h, w), chance.gray(0.7, 0.9))
    title = round(h * 0.06)
    page[:title] = chance.one_of((1, 1, 1), chance.gray(0.1, 0.3), (0.2, 0.4, 0.8))
    tools = round(h * chance.between(0.12, 0.2))
    page[title:tools] = chance.gray(0.9, 0.98)
    for i in range(chance.whole(4, 12)):
        x = (i + 0.4) * w / 13
        pages.rectangle(page, (x, title + 4, x + w / 30, tools - 4), chance.hue((0, 1), (0.2, 1)), 0, (0.5, 0.5, 0.5))
    x, y = round(w * chance.between(0.01, 0.1)), tools + round(h * chance.between(0.01, 0.05))
    right, bottom = round(w * chance.between(0.7, 0.99)), round(h * chance.between(0.75, 0.95))
    page[y:bottom, x:right] = drawing(chance, digit, (bottom - y, right - x), (1, 1, 1), chance.pen())
    return page


def dark_mode(chance, digit):
    page = pages.plain(chance.size(), chance.gray(0, 0.25))
    write(chance, page, digit, color=chance.one_of(chance.gray(0.7, 1), chance.hue((0.2, 0.6), (0.9, 1))), opacity=1)
    return page


def canvas(chance, digit):
    """A plain canvas, drawn with a mouse or a finger."""
    page = pages.plain(chance.size(), chance.one_of((1, 1, 1), (1, 1, 1), chance.gray(0.9, 1)))
    write(chance, page, digit, color=chance.pen(), opacity=1, pen=chance.about(0.07, 2.2))
    return page


JPEG = 0.15
SCENES = {
    "dark-box": dark_box,
    "light-box": light_box,
    "color-box": color_box,
    "rounded-box": rounded,
    "bordered-canvas": bordered,
    "figure": figure,
    "figure-gray": lambda chance, digit: figure(chance, digit, chance.one_of("gray", "gray_r")),
    "web-demo": web,
    "phone-screen": phone,
    "window": window,
    "dark-mode": dark_mode,
    "canvas": canvas,
}
