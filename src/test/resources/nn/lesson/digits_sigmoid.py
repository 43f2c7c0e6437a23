"""The lesson digits-sigmoid in NumPy, independent of nn: 784-200-10 without biases, sigmoid, squared error (scale 1/2), one
example at a time, rate 0.1, inputs 0.01 to 1, targets 0.01 and 0.99, weights normal with deviation n^-1/2.

    python3 digits_sigmoid.py DATA_DIRECTORY EXAMPLES EPOCHS SEEDS > digits_sigmoid.out
"""
import gzip
import sys

import numpy as np


def read(directory, name, header):
    with gzip.open(f"{directory}/{name}.gz") as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train(x, labels, epochs, rng):
    w1 = rng.standard_normal((784, 200)) / np.sqrt(784)
    w2 = rng.standard_normal((200, 10)) / np.sqrt(200)
    for _ in range(epochs):
        for i in rng.permutation(len(x)):
            target = np.full(10, 0.01)
            target[labels[i]] = 0.99
            hidden = sigmoid(x[i] @ w1)
            output = sigmoid(hidden @ w2)
            d_output = (output - target) * output * (1 - output)
            d_hidden = w2 @ d_output * hidden * (1 - hidden)
            w2 -= 0.1 * np.outer(hidden, d_output)
            w1 -= 0.1 * np.outer(x[i], d_hidden)
    return w1, w2


def main():
    directory, examples, epochs, seeds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    scale = lambda pixels: 0.01 + 0.99 * pixels / 255.0
    x = scale(read(directory, "train-images-idx3-ubyte", 16).reshape(-1, 784)[:examples])
    labels = read(directory, "train-labels-idx1-ubyte", 8)[:examples]
    test = scale(read(directory, "t10k-images-idx3-ubyte", 16).reshape(-1, 784))
    test_labels = read(directory, "t10k-labels-idx1-ubyte", 8)
    for seed in range(1, seeds + 1):
        w1, w2 = train(x, labels, epochs, np.random.default_rng(seed))
        right = np.mean(sigmoid(sigmoid(test @ w1) @ w2).argmax(1) == test_labels)
        print(f"examples {len(x)} epochs {epochs} seed {seed}: {right:.4f}", flush=True)


main()
