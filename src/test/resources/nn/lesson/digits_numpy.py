"""The lesson digits-numpy in NumPy, independent of nn: 784-100-10, ReLU, softmax cross-entropy, weights 0.01 x normal, biases 0,
batches of 32, plain gradient descent, 10 epochs. Prints test accuracies of several seeds, for the lesson's expected ranges.

    python3 digits_numpy.py DATA_DIRECTORY EXAMPLES SEEDS > digits_numpy.out
"""
import gzip
import sys

import numpy as np


def read(directory, name, header):
    with gzip.open(f"{directory}/{name}.gz") as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def accuracy(parameters, x, labels):
    w1, b1, w2, b2 = parameters
    return np.mean((np.maximum(x @ w1 + b1, 0) @ w2 + b2).argmax(1) == labels)


def train(x, labels, rate, apart, rng):
    w1, b1 = 0.01 * rng.standard_normal((784, 100)), np.zeros(100)
    w2, b2 = 0.01 * rng.standard_normal((100, 10)), np.zeros(10)
    for _ in range(10):
        order = rng.permutation(len(x))
        label_order = rng.permutation(len(x)) if apart else order
        for start in range(0, len(x), 32):
            xs = x[order[start:start + 32]]
            ts = labels[label_order[start:start + 32]]
            hidden = np.maximum(xs @ w1 + b1, 0)
            logits = hidden @ w2 + b2
            e = np.exp(logits - logits.max(1, keepdims=True))
            d = e / e.sum(1, keepdims=True)
            d[np.arange(len(ts)), ts] -= 1
            d /= len(ts)
            d_hidden = d @ w2.T * (hidden > 0)
            w2 -= rate * hidden.T @ d
            b2 -= rate * d.sum(0)
            w1 -= rate * xs.T @ d_hidden
            b1 -= rate * d_hidden.sum(0)
    return w1, b1, w2, b2


def main():
    directory, examples, seeds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    x = read(directory, "train-images-idx3-ubyte", 16).reshape(-1, 784)[:examples] / 255.0
    labels = read(directory, "train-labels-idx1-ubyte", 8)[:examples]
    test = read(directory, "t10k-images-idx3-ubyte", 16).reshape(-1, 784) / 255.0
    test_labels = read(directory, "t10k-labels-idx1-ubyte", 8)
    for name, rate, apart in (("slow", 0.001, False), ("fast", 0.1, False), ("apart", 0.1, True)):
        for seed in range(1, seeds + 1):
            parameters = train(x, labels, rate, apart, np.random.default_rng(seed))
            print(f"examples {len(x)} {name} rate {rate} seed {seed}: {accuracy(parameters, test, test_labels):.4f}",
                  flush=True)


main()
