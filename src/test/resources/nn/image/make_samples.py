"""Writes the pictures that Java cannot write, with Pillow (12.3) as the authority on what their bytes mean: the source of
OrientationTest, WebpExifTest, JpegColorTest and RasterPixelsTest. Run as: python3 make_samples.py DIRECTORY"""
import sys

from PIL import Image

# Ink of cyan, magenta, yellow and black, each a block of 8x8 pixels beside the last.
INKS = [(0, 0, 0, 0), (0, 0, 0, 255), (255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 255, 0), (0, 0, 0, 128), (51, 102, 153, 0),
        (51, 102, 153, 85)]
LIGHTS = [(255, 255, 255), (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255), (0, 255, 255), (128, 128, 128), (200, 100, 50)]


def blocks(mode, colors):
    image = Image.new(mode, (8 * len(colors), 8))
    for i, color in enumerate(colors):
        image.paste(color, (8 * i, 0, 8 * i + 8, 8))
    return image


def save(image, path, **options):
    image.save(path, quality=100, subsampling=0, optimize=True, **options)
    with open(path, "rb") as file:
        return bytearray(file.read())


def rewrite(path, data):
    with open(path, "wb") as file:
        file.write(data)


def check(path, colors, invert=False):
    """Pillow reads the stored file as these colors, give or take a level of rounding."""
    image = Image.open(path)
    for i, color in enumerate(colors):
        pixel = image.getpixel((8 * i + 3, 3))
        found = [255 - v for v in pixel] if invert else pixel
        assert max(abs(a - b) for a, b in zip(found, color)) <= 2, (path, color, found)


def adobe(data):
    """Where the Adobe segment's marker stands."""
    return data.index(b"\xff\xee\0\x0eAdobe")


def ycc(red, green, blue):
    """JFIF's YCbCr."""
    return (round(0.299 * red + 0.587 * green + 0.114 * blue),
            round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue),
            round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue))


def jpegs(directory):
    path = directory + "/colors-rgb.jpg"
    save(blocks("RGB", LIGHTS), path, keep_rgb=True)
    check(path, LIGHTS)

    # Adobe's way: 255 is no ink. Pillow writes it so and turns it around when it reads.
    path = directory + "/colors-cmyk-adobe.jpg"
    save(blocks("CMYK", INKS), path)
    check(path, INKS)

    # Without Adobe's segment 0 is no ink. Pillow takes all for Adobe's, so what it reads is turned around once more.
    path = directory + "/colors-cmyk.jpg"
    data = save(blocks("CMYK", [tuple(255 - v for v in ink) for ink in INKS]), path)
    at = adobe(data)
    rewrite(path, data[:at] + data[at + 16:])
    check(path, INKS, invert=True)

    # Y, Cb and Cr of the ink, and 255 for no black; transform 2 in Adobe's segment says so. libjpeg undoes it.
    path = directory + "/colors-ycck.jpg"
    coded = [ycc(*ink[:3]) + (255 - ink[3],) for ink in INKS]
    data = save(blocks("CMYK", [tuple(255 - v for v in color) for color in coded]), path)
    data[adobe(data) + 15] = 2
    rewrite(path, data)
    check(path, INKS)


def webps(directory):
    # 15 levels of gray, row by row.
    steps = Image.new("RGB", (5, 3))
    steps.putdata([(10 + 16 * i,) * 3 for i in range(15)])
    steps.save(directory + "/steps.webp", lossless=True)

    # Left to right: opaque, half transparent, and fully transparent with a color that nobody sees.
    clear = Image.new("RGBA", (6, 1))
    clear.putdata([(255, 0, 0, 255), (0, 255, 0, 255), (200, 200, 200, 128), (0, 0, 0, 51), (255, 255, 255, 0), (0, 0, 0, 0)])
    clear.save(directory + "/clear.webp", lossless=True, exact=True)

    colors = Image.new("RGB", (64, 32))
    for i, color in enumerate([(255, 0, 0), (0, 255, 0), (0, 0, 255), (128, 128, 128)]):
        colors.paste(color, (16 * i, 0, 16 * i + 16, 32))
    colors.save(directory + "/colors-lossy.webp", quality=90)


jpegs(sys.argv[1])
webps(sys.argv[1])
