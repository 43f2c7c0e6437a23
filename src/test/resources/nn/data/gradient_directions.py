"""Writes gradient_directions.json: images and their gradient direction features, for GradientDirectionsTest.

Independent of the Java code: written from the definition in NumPy, in double precision, one pixel and one cell after the other, with
angles where the Java code compares parts. The definition: Liu, Nakashima, Sako and Fujisawa 2003, Pattern Recognition 36, 2271-2285,
with a Sobel operator divided by 4, eight directions, and as features the square roots.

Run in this directory: python3 gradient_directions.py
"""
import json
import math

import numpy as np

STRIDE = 4
SIGMA = 1.6
RADIUS = 5
SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4


def features(image):
    """[rows, columns] in [0, 1] -> [rows of cells, directions, columns of cells]."""
    rows, columns = image.shape
    margin = RADIUS + STRIDE + 2
    paper = np.pad(image, margin)
    parts = np.zeros((8,) + paper.shape)
    for y in range(1, paper.shape[0] - 1):
        for x in range(1, paper.shape[1] - 1):
            around = paper[y - 1:y + 2, x - 1:x + 2]
            right, down = (around * SOBEL).sum(), (around * SOBEL.T).sum()
            length = math.hypot(right, down)
            angle = math.degrees(math.atan2(down, right)) % 360
            before = int(angle // 45)
            beyond = math.radians(angle - 45 * before)
            # The two parts, along two directions 45 degrees apart, add up to the gradient: the law of sines.
            parts[before % 8, y, x] += length * math.sin(math.pi / 4 - beyond) / math.sin(math.pi / 4)
            parts[(before + 1) % 8, y, x] += length * math.sin(beyond) / math.sin(math.pi / 4)
    distances = np.arange(-RADIUS, RADIUS + 1)
    weights = np.exp(-distances**2 / (2 * SIGMA**2))
    weights = np.outer(weights, weights) / weights.sum()**2
    centers = [[(y, x) for x in range(0, columns, STRIDE)] for y in range(0, rows, STRIDE)]
    sums = np.zeros((len(centers), 8, len(centers[0])))
    for i, line in enumerate(centers):
        for j, (y, x) in enumerate(line):
            window = np.s_[margin + y - RADIUS:margin + y + RADIUS + 1, margin + x - RADIUS:margin + x + RADIUS + 1]
            for direction in range(8):
                sums[i, direction, j] = (parts[direction][window] * weights).sum()
    return np.sqrt(sums)


def stroke(rows, columns, points, width):
    """Gray levels from 0 to 255 of a line through points (row, column)."""
    image = np.zeros((rows, columns))
    for y in range(rows):
        for x in range(columns):
            nearest = math.inf
            for (y0, x0), (y1, x1) in zip(points, points[1:]):
                along = ((y - y0) * (y1 - y0) + (x - x0) * (x1 - x0)) / ((y1 - y0)**2 + (x1 - x0)**2)
                along = min(1, max(0, along))
                nearest = min(nearest, math.hypot(y - y0 - along * (y1 - y0), x - x0 - along * (x1 - x0)))
            image[y, x] = min(1, max(0, width / 2 + 0.5 - nearest)) * 255
    return image.round().astype(int)


IMAGES = {
    "a stroke like a two": stroke(28, 28, [(8, 7), (5, 13), (9, 19), (22, 7), (21, 21)], 3),
    "noise to the edges": np.random.default_rng(1).integers(0, 256, (28, 28)),
    "noise of another size": np.random.default_rng(2).integers(0, 256, (9, 22)),
    "a square of ink": np.full((5, 5), 255),
    "a pixel": np.full((1, 1), 255),
    "no ink": np.zeros((6, 7), int),
}

with open("gradient_directions.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps({
        "name": name, "rows": pixels.shape[0], "columns": pixels.shape[1], "pixels": pixels.ravel().tolist(),
        "features": features(pixels / 255).round(7).ravel().tolist()}) for name, pixels in IMAGES.items()) + "\n]\n")
