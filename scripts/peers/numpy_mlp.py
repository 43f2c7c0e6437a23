#!/usr/bin/env python3
"""The peer of `nn bench train`: the same training in NumPy on OpenBLAS, as carefully written.

A fully connected ReLU network with softmax cross-entropy, trained with Adam on the 60,000 images of MNIST in float32.
As in nn, the images stay bytes, and each step gathers its shuffled mini-batch and scales it to [0, 1]. All arrays are
allocated once, products and element-wise work go to `out=`, and the parameters and their gradient are one flat vector
each, so Adam is a few passes over memory and not a few per layer.

Prints what mnist.py says, and blasThreads and blasKernel.
"""

import ctypes
import pathlib

import mnist
import numpy as np

NEGLIGIBLE = np.float32(1e-20)
CHUNK = 32768  # floats; what Adam's passes touch of one chunk stays in the L2 cache (the fastest of 2k to all)


class Mlp:
    """Parameters, gradients and workspace of one network; every array is allocated here and only here."""

    def __init__(self, sizes, batch, seed):
        shapes = list(zip(sizes[:-1], sizes[1:]))
        count = sum(i * o + o for i, o in shapes)
        self.parameters = np.zeros(count, np.float32)
        self.gradient = np.zeros(count, np.float32)
        self.weights, self.biases = views(self.parameters, shapes)
        self.d_weights, self.d_biases = views(self.gradient, shapes)
        random = np.random.default_rng(seed)
        for weights, (fan_in, _) in zip(self.weights, shapes):
            weights[...] = random.standard_normal(weights.shape, np.float32) * np.sqrt(2 / fan_in)
        self.outputs = [np.empty((batch, o), np.float32) for _, o in shapes]
        self.deltas = [np.empty((batch, o), np.float32) for _, o in shapes]
        self.active = [np.empty((batch, o), bool) for _, o in shapes[:-1]]
        self.ones = np.ones(batch, np.float32)
        self.column = np.empty((batch, 1), np.float32)
        self.rows = np.arange(batch)

    def forward(self, images):
        """Logits [rows, classes] of images [rows, pixels]."""
        rows = len(images)
        below = images
        for layer, (weights, bias) in enumerate(zip(self.weights, self.biases)):
            out = self.outputs[layer][:rows]
            np.matmul(below, weights, out=out)
            out += bias
            if layer + 1 < len(self.weights):
                np.maximum(out, 0, out=out)
            below = out
        return below

    def gradient_of(self, images, labels):
        """Fills the gradient of the mean loss over the rows; returns the probabilities [rows, classes]."""
        rows = len(images)
        logits = self.forward(images)
        column = self.column[:rows]
        delta = self.deltas[-1][:rows]
        np.max(logits, axis=1, keepdims=True, out=column)
        np.subtract(logits, column, out=delta)
        np.exp(delta, out=delta)
        np.sum(delta, axis=1, keepdims=True, out=column)
        delta /= column
        delta[self.rows[:rows], labels] -= 1
        delta *= np.float32(1 / rows)
        for layer in range(len(self.weights) - 1, -1, -1):
            delta = self.deltas[layer][:rows]
            below = self.outputs[layer - 1][:rows] if layer else images
            np.matmul(below.T, delta, out=self.d_weights[layer])
            np.matmul(self.ones[:rows], delta, out=self.d_biases[layer])
            if layer:
                np.matmul(delta, self.weights[layer].T, out=self.deltas[layer - 1][:rows])
                np.greater(below, 0, out=self.active[layer - 1][:rows])
                self.deltas[layer - 1][:rows] *= self.active[layer - 1][:rows]


def views(flat, shapes):
    weights, biases, at = [], [], 0
    for i, o in shapes:
        weights.append(flat[at:at + i * o].reshape(i, o))
        biases.append(flat[at + i * o:at + i * o + o])
        at += i * o + o
    return weights, biases


class Adam:
    """Kingma and Ba 2015, algorithm 1.

    The moments are kept without their factors (1 - beta), and those, the bias corrections and the learning rate are
    folded into one step size and one epsilon: twelve passes instead of sixteen, the same numbers.
    """

    def __init__(self, count, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
        self.learning_rate, self.beta1, self.beta2, self.epsilon = learning_rate, beta1, beta2, epsilon
        self.mean, self.square = np.zeros(count, np.float32), np.zeros(count, np.float32)
        self.scratch = np.empty(min(CHUNK, count), np.float32)
        self.steps = 0

    def step(self, parameters, gradient):
        self.steps += 1
        mean_factor = (1 - self.beta1) / (1 - self.beta1 ** self.steps)
        square_factor = ((1 - self.beta2) / (1 - self.beta2 ** self.steps)) ** 0.5
        rate = np.float32(self.learning_rate * mean_factor / square_factor)
        epsilon = np.float32(self.epsilon / square_factor)
        beta1, beta2 = np.float32(self.beta1), np.float32(self.beta2)
        for start in range(0, len(parameters), CHUNK):
            part = slice(start, start + CHUNK)
            p, g, m, v = parameters[part], gradient[part], self.mean[part], self.square[part]
            scratch = self.scratch[:len(g)]
            m *= beta1
            m += g
            # Stops the decay at some 1e-27, as nn does: the means of pixels that are blank in most images would become denormal,
            # with which processors are slow. On an Intel processor the whole program is a fifth faster.
            m += NEGLIGIBLE
            m -= NEGLIGIBLE
            v *= beta2
            np.multiply(g, g, out=scratch)
            v += scratch
            np.sqrt(v, out=scratch)
            scratch += epsilon
            np.divide(m, scratch, out=scratch)
            scratch *= rate
            p -= scratch


def train_epoch(network, optimizer, pixels, labels, order, batch_bytes, batch_floats):
    batch = len(batch_bytes)
    for start in range(0, len(order), batch):
        chosen = order[start:start + batch]
        rows = len(chosen)
        np.take(pixels, chosen, axis=0, out=batch_bytes[:rows], mode="clip")
        np.multiply(batch_bytes[:rows], np.float32(1 / 255), out=batch_floats[:rows])
        network.gradient_of(batch_floats[:rows], labels[chosen])
        optimizer.step(network.parameters, network.gradient)


def blas():
    """Threads and kernel of the OpenBLAS that NumPy has loaded, as far as it tells."""
    try:
        maps = pathlib.Path("/proc/self/maps").read_text()
    except OSError:
        return None, None
    for path in {line.split()[-1] for line in maps.splitlines() if "blas" in line.split()[-1]}:
        library = ctypes.CDLL(path)
        for suffix in ("", "64_"):
            corename = getattr(library, "openblas_get_corename" + suffix, None)
            if corename:
                corename.restype = ctypes.c_char_p
                return getattr(library, "openblas_get_num_threads" + suffix)(), corename().decode()
    return None, None


def main():
    arguments = mnist.arguments(__doc__)
    pixels, labels = mnist.load(arguments.data, "train")
    network = Mlp(mnist.sizes(arguments), arguments.batch_size, arguments.seed)
    optimizer = Adam(len(network.parameters), arguments.learning_rate)
    batch_bytes = np.empty((arguments.batch_size, mnist.PIXELS), np.uint8)
    batch_floats = np.empty((arguments.batch_size, mnist.PIXELS), np.float32)
    random = np.random.default_rng(arguments.seed)
    order = np.arange(len(labels))

    def train():
        random.shuffle(order)
        train_epoch(network, optimizer, pixels, labels, order, batch_bytes, batch_floats)

    def count_correct(pixels, labels):
        correct = 0
        for start in range(0, len(labels), arguments.batch_size):
            images = pixels[start:start + arguments.batch_size] * np.float32(1 / 255)
            correct += int((network.forward(images).argmax(axis=1) == labels[start:start + arguments.batch_size]).sum())
        return correct

    threads, kernel = blas()
    mnist.run(arguments, len(labels), train, count_correct, blasThreads=threads, blasKernel=kernel)


if __name__ == "__main__":
    main()
