#!/usr/bin/env python3
"""The same training in PyTorch: its own layers, loss and Adam, in float32 on the CPU.

The images stay bytes, and each step gathers its shuffled mini-batch and scales it to [0, 1]. Threads are those of
OMP_NUM_THREADS. Prints what mnist.py says.
"""

import mnist
import torch


def network_of(sizes):
    layers = []
    for inputs, outputs in zip(sizes[:-1], sizes[1:]):
        linear = torch.nn.Linear(inputs, outputs)
        torch.nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
        torch.nn.init.zeros_(linear.bias)
        layers += [linear, torch.nn.ReLU()]
    return torch.nn.Sequential(*layers[:-1])


def main():
    arguments = mnist.arguments(__doc__)
    torch.manual_seed(arguments.seed)
    pixels, labels = mnist.load(arguments.data, "train")
    pixels, labels = torch.from_numpy(pixels.copy()), torch.from_numpy(labels)
    network = network_of(mnist.sizes(arguments))
    loss_of = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=arguments.learning_rate)

    def train():
        for chosen in torch.randperm(len(labels)).split(arguments.batch_size):
            images = pixels[chosen].float().mul_(1 / 255)
            optimizer.zero_grad(set_to_none=True)
            loss_of(network(images), labels[chosen]).backward()
            optimizer.step()

    @torch.no_grad()
    def count_correct(pixels, labels):
        images = torch.from_numpy(pixels.copy()).float().mul_(1 / 255)
        return sum(int((network(part).argmax(1) == truth).sum())
                   for part, truth in zip(images.split(1000), torch.from_numpy(labels).split(1000)))

    mnist.run(arguments, len(labels), train, count_correct, version=torch.__version__, threads=torch.get_num_threads())


if __name__ == "__main__":
    main()
