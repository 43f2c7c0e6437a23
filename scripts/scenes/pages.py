"""Paper, desks, lines and ink."""

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage


def plain(size, color):
    return np.broadcast_to(np.float32(color), (*size, 3)).copy()


def clouds(chance, size, cells):
    """Smooth random values [height, width] of about -1 to 1; cells is the number of bumps across, or (down, across)."""
    down, across = cells if isinstance(cells, tuple) else (cells, cells)
    coarse = Image.fromarray(chance.normal(max(2, down + 1), max(2, across + 1)) / 2)
    return np.asarray(coarse.resize((size[1], size[0]), Image.Resampling.BICUBIC))


def grained(chance, page, strength):
    """Adds the grain of paper or cloth."""
    grain = ndimage.uniform_filter(chance.normal(*page.shape[:2]), chance.one_of(1, 2, 3))
    page += strength * grain[..., None]
    return page


def paper(chance, size, color=None):
    page = plain(size, chance.paper() if color is None else color)
    if chance.often(0.7):
        grained(chance, page, chance.between(0.002, 0.03))
    if chance.often(0.5):
        page += chance.between(0.005, 0.03) * clouds(chance, size, chance.whole(2, 8))[..., None]
    return page


def wood(chance, size, color=None):
    if color is None:
        color = chance.one_of(
            (0.45, 0.28, 0.14), (0.72, 0.52, 0.33), (0.3, 0.18, 0.1), (0.82, 0.7, 0.55), (0.2, 0.13, 0.1), (0.6, 0.36, 0.2)
        )
    if chance.often(0.3):
        return np.ascontiguousarray(grain_along(chance, size[::-1], color).transpose(1, 0, 2))
    return grain_along(chance, size, color)


def grain_along(chance, size, color):
    """Wood whose fibers lie."""
    base = np.float32(color) * chance.about(1, 1.15)
    h, w = size
    across, down = chance.between(5, 30), chance.between(0.5, 3)
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    rings = np.sin(across * (y / h + 0.08 * clouds(chance, size, 3)) * 2 + down * x / w)
    fiber = clouds(chance, size, (h // 2, chance.whole(2, 9)))
    shade = 1 + chance.between(0.03, 0.12) * rings + chance.between(0.03, 0.12) * fiber
    if chance.often(0.4):  # planks
        shade *= 1 - 0.5 * (y % chance.between(h / 5, h / 2) < 2)
    return base * shade[..., None]


def patterned(chance, size):
    """A checked, striped or speckled cloth, tiles, or bricks."""
    h, w = size
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    pitch = chance.between(0.04, 0.25) * min(size)
    one, two = np.float32(chance.hue((0, 0.7), (0.15, 1))), np.float32(chance.hue((0, 0.7), (0.15, 1)))
    kind = chance.whole(0, 4)
    if kind == 0:
        mix = ((x % pitch < pitch / 2).astype(np.float32) + (y % pitch < pitch / 2)) / 2
    elif kind == 1:
        mix = ((x * chance.between(0, 1) + y) % pitch < pitch / 2).astype(np.float32)
    elif kind == 2:
        mix = clouds(chance, size, chance.whole(10, 60)) > 0.3
    elif kind == 3:
        mix = (x % pitch < max(2, pitch / 20)) | (y % pitch < max(2, pitch / 20))
    else:
        mix = np.hypot(x % pitch - pitch / 2, y % pitch - pitch / 2) < pitch * chance.between(0.15, 0.4)
    page = one + (two - one) * mix[..., None].astype(np.float32)
    return grained(chance, page, chance.between(0, 0.05))


def desk(chance, size, kind):
    """A surface to lay a sheet on."""
    if kind == "wood":
        return wood(chance, size)
    if kind == "pattern":
        return patterned(chance, size)
    color = chance.gray(0.6, 0.88, 0.06) if kind == "light" else chance.gray(0.02, 0.35, 0.04)
    page = plain(size, color)
    page += chance.between(0, 0.04) * clouds(chance, size, chance.whole(2, 40))[..., None]
    return grained(chance, page, chance.between(0, 0.03))


def ink(page, coverage, x, y, color, opacity=1.0):
    """Puts a glyph with its left top corner at (x, y), cut where it leaves the page."""
    x, y = round(x), round(y)
    h, w = coverage.shape
    x0, y0, x1, y1 = max(0, x), max(0, y), min(page.shape[1], x + w), min(page.shape[0], y + h)
    if x0 < x1 and y0 < y1:
        alpha = (opacity * coverage[y0 - y : y1 - y, x0 - x : x1 - x])[..., None]
        part = page[y0:y1, x0:x1]
        part += (np.float32(color) - part) * alpha
    return page


def lines(page, segments, width, color, opacity=1.0):
    """Draws segments (x0, y0, x1, y1) with smooth edges."""
    detail = 2
    mask = Image.new("L", (page.shape[1] * detail, page.shape[0] * detail))
    draw = ImageDraw.Draw(mask)
    for segment in segments:
        draw.line([v * detail for v in segment], 255, max(1, round(width * detail)))
    mask = mask.resize((page.shape[1], page.shape[0]), Image.Resampling.BOX)
    return ink(page, np.asarray(mask, np.float32) / 255, 0, 0, color, opacity)


def rectangle(page, box, color, radius=0, outline=None, width=1):
    """Fills (x0, y0, x1, y1), with rounded corners and a border if wanted; color None leaves the inside."""
    image = as_image(page)
    fill = None if color is None else as_bytes(color)
    line = None if outline is None else as_bytes(outline)
    ImageDraw.Draw(image).rounded_rectangle([round(v) for v in box], radius, fill, line, max(1, round(width)))
    page[...] = np.asarray(image, np.float32) / 255
    return page


def as_bytes(color):
    return tuple(int(np.clip(c, 0, 1) * 255 + 0.5) for c in color)


def as_image(page):
    return Image.fromarray((np.clip(page, 0, 1) * 255 + 0.5).astype(np.uint8))


def laid(chance, sheet, desk, cover, angle, tilt=0.02, shadow=0.4, offset=None):
    """The sheet on the desk: cover is its share of the desk's side, angle in degrees, tilt the perspective."""
    h, w = desk.shape[:2]
    sh, sw = sheet.shape[:2]
    scale = min(cover * h / sh, cover * w / sw)
    half = np.array([[-sw, -sh], [sw, -sh], [sw, sh], [-sw, sh]]) * scale / 2
    a = np.radians(angle)
    corners = half @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    corners *= 1 + tilt * chance.generator.uniform(-1, 1, (4, 2))
    if offset is None:
        free = np.maximum(0, np.array([w, h]) - np.ptp(corners, axis=0)) / 2
        offset = free * chance.generator.uniform(-0.9, 0.9, 2)
    corners += np.array([w, h]) / 2 + offset
    warp = perspective(corners, sw, sh)
    alpha = Image.new("L", (sw, sh), 255).transform((w, h), Image.Transform.PERSPECTIVE, warp, Image.Resampling.BILINEAR)
    top = as_image(sheet).transform((w, h), Image.Transform.PERSPECTIVE, warp, Image.Resampling.BICUBIC)
    alpha = ndimage.uniform_filter(np.asarray(alpha, np.float32) / 255, 2)
    if shadow:
        reach = chance.between(0.004, 0.03) * min(h, w)
        cast = ndimage.shift(alpha, (reach * chance.between(0, 1.5), reach * chance.between(-1.5, 1.5)), order=0)
        cast = ndimage.uniform_filter(ndimage.uniform_filter(cast, int(reach) + 1), int(reach) + 1)
        desk = desk * (1 - shadow * cast[..., None])
    return desk + (np.asarray(top, np.float32) / 255 - desk) * alpha[..., None]


def perspective(corners, width, height):
    """Pillow's eight coefficients that lay a width x height image on four corners."""
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)]):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.linalg.solve(np.array(rows, float), np.array(values, float))


def turned(page, angle, fill):
    """Turned about its center by some degrees."""
    image = as_image(page).rotate(angle, Image.Resampling.BICUBIC, fillcolor=as_bytes(fill))
    return np.asarray(image, np.float32) / 255
