"""Writes networks.json: outputs, loss and gradients of small networks 4-5-3, for NetworkGoldenTest.

Independent of the Java code: only the textbook forward formulas are here, in NumPy. Every gradient is the derivative of the
loss by complex step (Squire and Trapp 1998), exact to rounding, so no backward formula is shared.

Run in this directory: python3 networks.py
"""
import json

import numpy as np

ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.where(z.real > 0, z, 0 * z),
}


def softmax_cross_entropy(z, t):
    return -np.sum(t * (z - np.log(np.sum(np.exp(z), axis=1, keepdims=True)))) / len(z)


def binary_cross_entropy(z, t):
    p = 1 / (1 + np.exp(-z))
    return -np.sum(t * np.log(p) + (1 - t) * np.log(1 - p)) / len(z)


def squared_error(a, t):
    return 0.5 * np.sum((a - t) ** 2) / len(a)


LOSSES = {
    "softmax-cross-entropy": softmax_cross_entropy,
    "binary-cross-entropy": binary_cross_entropy,
    "squared-error": squared_error,
}


def forward(layers, activations, biases, x):
    for matrix, activation in zip(layers, activations):
        z = x @ matrix[:-1] + matrix[-1] if biases else x @ matrix
        x = ACTIVATIONS[activation](z)
    return x


def gradient(layers, loss):
    result = []
    for matrix in layers:
        derivative = np.zeros(matrix.shape)
        for index in np.ndindex(matrix.shape):
            kept = matrix[index]
            matrix[index] = kept + 1e-30j
            derivative[index] = loss().imag / 1e-30
            matrix[index] = kept
        result.append(derivative.tolist())
    return result


def case(name, loss, activations, biases, seed):
    random = np.random.default_rng(seed)
    extra = 1 if biases else 0
    layers = [np.round(random.normal(size=shape), 3).astype(complex) for shape in [(4 + extra, 5), (5 + extra, 3)]]
    inputs = np.round(random.uniform(-1, 1, size=(6, 4)), 3)
    labels = random.integers(0, 3, size=6)
    targets = np.eye(3)[labels]
    outputs = forward(layers, activations, biases, inputs)
    result = {
        "name": name,
        "loss": loss,
        "activations": activations,
        "biases": biases,
        "layers": [layer.real.tolist() for layer in layers],
        "inputs": inputs.tolist(),
        "targets": targets.tolist(),
        "outputs": outputs.real.tolist(),
        "lossValue": LOSSES[loss](outputs, targets).real,
    }
    result["gradients"] = gradient(layers, lambda: LOSSES[loss](forward(layers, activations, biases, inputs), targets))
    return result


CASES = [
    case("relu softmax", "softmax-cross-entropy", ["relu", "identity"], True, 1),
    case("tanh softmax", "softmax-cross-entropy", ["tanh", "identity"], True, 2),
    case("sigmoid softmax without biases", "softmax-cross-entropy", ["sigmoid", "identity"], False, 3),
    case("sigmoid binary", "binary-cross-entropy", ["sigmoid", "identity"], True, 4),
    case("relu binary without biases", "binary-cross-entropy", ["relu", "identity"], False, 5),
    case("sigmoid squared", "squared-error", ["sigmoid", "sigmoid"], True, 6),
    case("tanh squared", "squared-error", ["tanh", "identity"], True, 7),
]

with open("networks.json", "w", encoding="ascii") as out:
    out.write("[\n" + ",\n".join(map(json.dumps, CASES)) + "\n]\n")
