"""Writes version-1.safetensors with NumPy and the standard library only: the independent source of SafeTensorsSampleTest.
Run as: python3 make_sample.py DIRECTORY"""
import hashlib
import json
import struct
import sys

import numpy as np


def pack(metadata, tensors):
    wide_first = sorted(tensors, key=lambda name: -tensors[name].dtype.itemsize)
    names = {"float32": "F32", "float64": "F64", "int64": "I64", "uint8": "U8"}
    offsets, end = {}, 0
    for name in wide_first:
        offsets[name] = [end, end + tensors[name].nbytes]
        end += tensors[name].nbytes
    header = {"__metadata__": metadata}
    for name, array in tensors.items():
        header[name] = {"dtype": names[array.dtype.name], "shape": list(array.shape), "data_offsets": offsets[name]}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    data = b"".join(np.ascontiguousarray(tensors[name]).tobytes() for name in wide_first)
    return struct.pack("<Q", len(text)) + text + data


def unpack(raw):
    """The reader of a NumPy user: metadata and arrays."""
    (length,) = struct.unpack("<Q", raw[:8])
    header = json.loads(raw[8 : 8 + length])
    kinds = {"F32": "<f4", "F64": "<f8", "I64": "<i8", "U8": "u1"}
    metadata = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        data = raw[8 + length + begin : 8 + length + end]
        arrays[name] = np.frombuffer(data, kinds[entry["dtype"]]).reshape(entry["shape"])
    return metadata, arrays


def main(directory):
    tensors = {
        "mask": np.array([0, 1, 255], np.uint8),
        "layers.0.weight": (np.arange(6, dtype=np.float32).reshape(2, 3) - 2.5) / 3,
        "layers.0.bias": np.array([1e-45, -3.4028235e38], np.float32),
        "epoch": np.array(-7, np.int64),
        "mean": np.array([[0.1], [np.pi]], np.float64),
        "nothing": np.zeros((0, 4), np.float32),
    }
    zeros = "0" * 64
    metadata = {"format": "nn", "version": "1", "checksum": "sha256:" + zeros,
                "classes": "null,\"eins\",zw\u00f6lf,\U0001f600", "lines": "a\nb\\c\td", "empty": ""}
    raw = pack(metadata, tensors)
    raw = raw.replace(zeros.encode(), hashlib.sha256(raw).hexdigest().encode())
    with open(directory + "/version-1.safetensors", "wb") as file:
        file.write(raw)
    metadata, arrays = unpack(raw)
    assert all(np.array_equal(arrays[name], tensors[name]) for name in tensors)


main(sys.argv[1])
