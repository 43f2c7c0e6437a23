"""Light, lens, sensor, file and turning; and the plain pictures that were always easy."""

import numpy as np
from PIL import Image

from . import camera, glyphs, pages, subjects
from .writing import write


def sheet(chance, digit, low=160, high=480):
    page = pages.paper(chance, chance.size(low, high))
    write(chance, page, digit, pen=chance.about(0.075, 1.7))
    return page


def flash(chance, digit):
    page = sheet(chance, digit) * chance.between(0.5, 0.85)
    return camera.noise(chance, camera.flash(chance, page, chance.between(0.5, 0.95)), chance.between(0, 0.02))


def vignette(chance, digit):
    page = camera.vignette(chance, sheet(chance, digit), chance.between(0.5, 0.95))
    if chance.often(0.4):
        page = camera.flash(chance, page, chance.between(0.3, 0.7))
    return camera.noise(chance, page, chance.between(0, 0.02))


def gradient(chance, digit):
    return camera.noise(chance, camera.gradient(chance, sheet(chance, digit), chance.between(0.5, 0.9)), chance.between(0, 0.02))


def shadow(chance, digit):
    return camera.photo(chance, camera.shadow(chance, sheet(chance, digit), chance.between(0.3, 0.65)))


def night(chance, digit):
    """Dark, with little contrast and much noise."""
    page = camera.light(chance, sheet(chance, digit)) * chance.between(0.18, 0.45)
    page = page * np.float32((1, chance.between(0.75, 1), chance.between(0.45, 0.9)))
    return camera.noise(chance, camera.blur(page, chance.between(0.3, 1.5)), chance.between(0.01, 0.03))


def noisy(chance, digit):
    page = sheet(chance, digit, 60, 360)
    if chance.often(0.3):
        page[chance.generator.random(page.shape[:2]) < chance.between(0.01, 0.06)] = chance.one_of((0, 0, 0), (1, 1, 1))
        return page
    return camera.noise(chance, page, chance.between(0.06, 0.2), chance.often(0.5))


def compressed(chance, digit):
    """Saved as JPEG of a low quality, small, and enlarged again."""
    page = sheet(chance, digit)
    h, w = page.shape[:2]
    share = chance.between(0.2, 0.8)
    small = pages.as_image(page).resize((max(24, round(w * share)), max(24, round(h * share))), Image.Resampling.BOX)
    page = camera.squeezed(np.asarray(small, np.float32) / 255, chance.whole(4, 25))
    return np.asarray(pages.as_image(page).resize((w, h), Image.Resampling.BICUBIC), np.float32) / 255


def blurred(chance, digit):
    page = sheet(chance, digit)
    return camera.photo(chance, camera.blur(page, chance.between(0.005, 0.025) * min(page.shape[:2])))


def smeared(chance, digit):
    page = sheet(chance, digit)
    return camera.photo(chance, camera.smear(chance, page, chance.between(0.01, 0.05) * min(page.shape[:2])))


def washed(chance, digit):
    """Too bright or too flat: little contrast."""
    contrast = chance.between(0.12, 0.4)
    return camera.noise(chance, chance.between(0.2, 1 - contrast) + contrast * sheet(chance, digit), chance.between(0, 0.015))


def quarter(chance, digit):
    """A photo on its side or upside down; 6 and 9 only on their side."""
    page = camera.photo(chance, sheet(chance, digit))
    return np.ascontiguousarray(np.rot90(page, chance.one_of(1, 3) if digit in (6, 9) else chance.one_of(1, 1, 3, 3, 2)))


def tilted(chance, digit):
    page = sheet(chance, digit)
    return camera.photo(chance, pages.turned(page, chance.one_of(-1, 1) * chance.between(8, 25), page[2, 2]))


def screen(chance, digit):
    """A photo of a screen: rows of light, bluish."""
    page = pages.plain(chance.size(200, 480), chance.one_of((1, 1, 1), (0.05, 0.05, 0.07)))
    write(chance, page, digit, color=chance.pen() if page[0, 0, 0] > 0.5 else (1, 1, 1), opacity=1)
    y, x = np.mgrid[0 : page.shape[0], 0 : page.shape[1]].astype(np.float32)
    a = chance.between(0, np.pi)
    waves = np.sin((np.cos(a) * x + np.sin(a) * y) * chance.between(0.15, 2.2)) * np.sin(y * chance.between(0.05, 0.4))
    page = (page * 0.9 + 0.05) * (1 + chance.between(0.03, 0.15) * waves)[..., None] * np.float32((0.92, 0.97, 1))
    return camera.photo(chance, page)


def transparent(chance, digit):
    """Ink on nothing: [height, width, 4]; the color of what is transparent is arbitrary."""
    size = chance.size()
    mask = pages.plain(size, (0, 0, 0))
    write(chance, mask, digit, color=(1, 1, 1), opacity=1)
    ink = chance.one_of((0, 0, 0), chance.pen(), (1, 1, 1))
    hidden = chance.one_of((0, 0, 0), (1, 1, 1), ink)
    alpha = mask[..., :1]
    return np.concatenate([np.where(alpha > 0, np.float32(ink), np.float32(hidden)), alpha], -1)


def mnist(chance, digit):
    image = subjects.image(chance, digit)
    return np.repeat((image if chance.often(0.5) else 1 - image)[..., None], 3, -1)


def mnist_large(chance, digit):
    image = Image.fromarray((subjects.image(chance, digit) * 255).astype(np.uint8))
    side = chance.one_of(56, 64, 100, 112, 128, 200, 224, 256, 280)
    way = chance.one_of(Image.Resampling.NEAREST, Image.Resampling.BILINEAR, Image.Resampling.BICUBIC)
    level = np.asarray(image.resize((side, side), way), np.float32) / 255
    return np.repeat((level if chance.often(0.5) else 1 - level)[..., None], 3, -1)


def paint(chance, digit):
    """Drawn with the mouse on a canvas of 28 to 64 pixels, with hard edges or soft ones."""
    side = chance.one_of(28, 28, 32, 40, 50, 64)
    page = pages.plain((side, side), (1, 1, 1))
    write(chance, page, digit, chance.between(0.5, 0.9), pen=chance.about(0.1, 1.8), color=chance.gray(0, 0.2, 0), opacity=1)
    if chance.often(0.4):
        page = np.round(page)
    return 1 - page if chance.often(0.3) else page


def pen(chance, digit):
    return camera.photo(chance, sheet(chance, digit), 0.7)


def printed(chance, digit):
    page = pages.paper(chance, chance.size(60, 360))
    coverage = glyphs.printed(chance, str(digit), chance.between(0.4, 0.8) * min(page.shape[:2]))
    write(chance, page, digit, coverage=coverage)
    return camera.photo(chance, page, 0.6) if chance.often(0.4) else page


JPEG = 0.5
SCENES = {
    "flash": flash,
    "vignette": vignette,
    "gradient": gradient,
    "shadow": shadow,
    "night": night,
    "noise": noisy,
    "compressed": compressed,
    "out-of-focus": blurred,
    "smeared": smeared,
    "washed": washed,
    "quarter-turn": quarter,
    "tilted": tilted,
    "screen-photo": screen,
    "transparent": transparent,
    "plain-mnist": mnist,
    "plain-mnist-large": mnist_large,
    "plain-paint": paint,
    "plain-pen": pen,
    "plain-print": printed,
}
