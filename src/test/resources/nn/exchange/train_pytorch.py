"""Trains two networks in PyTorch.

pytorch.safetensors: 64-10-10 with relu, as a state_dict, on pixels that torchvision's ToTensor and Normalize(0.3, 0.4) prepare.
pytorch.onnx: with a flattened image, batch normalization and dropout, as torch.onnx.export writes it, on pixels from 0 to 1.
"""

import json
import struct

import torch
from torch import nn

from digits import HERE, LABELS, PIXELS, SHOWN, write_golden

torch.manual_seed(1)
labels = torch.tensor(LABELS, dtype=torch.long)
pixels = torch.tensor(PIXELS).float() / 255
shown = torch.tensor(SHOWN).float() / 255


def train(net, inputs):
    optimizer = torch.optim.Adam(net.parameters(), 0.01)
    for _ in range(150):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(inputs), labels).backward()
        optimizer.step()
    net.eval()
    print("accuracy", (net(inputs).argmax(1) == labels).float().mean().item())


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 10)
        self.fc2 = nn.Linear(10, 10)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x)))


def save_safetensors(path, tensors):
    """What safetensors.torch.save_file writes."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in tensors.items():
        raw = tensor.detach().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


net = Net()
train(net, (pixels - 0.3) / 0.4)
save_safetensors(HERE / "pytorch.safetensors", net.state_dict())
write_golden("pytorch.safetensors", net((shown - 0.3) / 0.4).detach().numpy())

images = pixels.reshape(-1, 1, 8, 8)
net = nn.Sequential(nn.Flatten(), nn.Linear(64, 8), nn.BatchNorm1d(8), nn.Sigmoid(), nn.Dropout(0.1), nn.Linear(8, 10))
train(net, images)
torch.onnx.export(
    net,
    images[:1],
    str(HERE / "pytorch.onnx"),
    input_names=["image"],
    output_names=["logits"],
    dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}},
    opset_version=13,
)
write_golden("pytorch.onnx", net(shown.reshape(-1, 1, 8, 8)).detach().numpy())
