"""Writes optimizers.json: ten steps of each optimizer on given gradients, for OptimizerGoldenTest.

Independent of the Java code: the formulas of the papers in NumPy, double precision. Where PyTorch is installed, they are also
compared with its optimizers (all but decay under plain gradient descent, which PyTorch adds to the gradient instead).

Run in this directory: python3 optimizers.py
"""
import json

import numpy as np

RATE = 0.05
STEPS = 10


def sgd(p, g, memory, t, decay):
    return p - RATE * g - RATE * decay * p


def momentum(p, g, memory, t, decay):
    memory["v"] = 0.9 * memory.get("v", 0) + g
    return p - RATE * memory["v"]


def nesterov(p, g, memory, t, decay):
    memory["v"] = 0.9 * memory.get("v", 0) + g
    return p - RATE * (g + 0.9 * memory["v"])


def adam(p, g, memory, t, decay):
    memory["m"] = 0.9 * memory.get("m", 0) + 0.1 * g
    memory["v"] = 0.999 * memory.get("v", 0) + 0.001 * g**2
    m_hat = memory["m"] / (1 - 0.9**t)
    v_hat = memory["v"] / (1 - 0.999**t)
    return p - RATE * m_hat / (np.sqrt(v_hat) + 1e-8) - RATE * decay * p


RULES = [("sgd", sgd, 0), ("sgd", sgd, 0.1), ("momentum", momentum, 0), ("nesterov", nesterov, 0), ("adam", adam, 0),
         ("adamw", adam, 0.1)]


def run(rule, decay, start, gradients):
    p, memory, result = start, {}, []
    for t, g in enumerate(gradients, 1):
        p = rule(p, g, memory, t, decay)
        result.append(p.tolist())
    return result


def torch_run(name, decay, start, gradients):
    import torch

    p = torch.nn.Parameter(torch.tensor(start, dtype=torch.float64))
    optimizer = {
        "sgd": lambda: torch.optim.SGD([p], RATE),
        "momentum": lambda: torch.optim.SGD([p], RATE, momentum=0.9),
        "nesterov": lambda: torch.optim.SGD([p], RATE, momentum=0.9, nesterov=True),
        "adam": lambda: torch.optim.Adam([p], RATE),
        "adamw": lambda: torch.optim.AdamW([p], RATE, weight_decay=decay),
    }[name]()
    result = []
    for g in gradients:
        p.grad = torch.tensor(g)
        optimizer.step()
        result.append(p.detach().tolist())
    return result


def main():
    random = np.random.default_rng(5)
    start = np.round(random.normal(size=6), 3)
    gradients = np.round(random.normal(size=(STEPS, 6)) * [1e-6, 1e-2, 0.1, 1, 10, 0], 9)
    runs = [{"optimizer": name, "decay": decay, "parameters": run(rule, decay, start, gradients)}
            for name, rule, decay in RULES]
    try:
        for golden in runs:
            if golden["optimizer"] != "sgd" or golden["decay"] == 0:
                theirs = torch_run(golden["optimizer"], golden["decay"], start, gradients)
                assert np.allclose(golden["parameters"], theirs, rtol=1e-12, atol=1e-13), golden["optimizer"]
        print("agrees with PyTorch")
    except ImportError:
        print("PyTorch is not installed; not compared")
    head = {"rate": RATE, "start": start.tolist(), "gradients": gradients.tolist()}
    with open("optimizers.json", "w", encoding="ascii") as out:
        out.write(json.dumps(head)[:-1] + ',\n"runs": [\n' + ",\n".join(map(json.dumps, runs)) + "\n]}\n")


main()
