#!/usr/bin/env python3
"""broken.py PORT: sends broken and hostile requests to nn serve until it is stopped, and says how many."""

import itertools
import signal
import socket
import struct
import sys
import zlib

HOST = b"Host: 127.0.0.1\r\n"


def post(body, length=None):
    head = b"POST /api/predict HTTP/1.1\r\n" + HOST
    return head + b"Content-Length: %d\r\n\r\n" % (len(body) if length is None else length) + body


def png(side, data):
    """A PNG that says it has side x side pixels, with any data."""
    def chunk(kind, payload):
        return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


REQUESTS = [
    b"",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET /../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET / HTTP/1.1\r\n" + HOST + b"A: " + b"x" * 100_000 + b"\r\n\r\n",
    b"POST /api/predict HTTP/1.1\r\n" + HOST + b"Content-Length: -5\r\n\r\n",
    b"POST /api/predict HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    post(b"short", 5_000),
    post(b"", 30 << 20),
    post(b"no picture"),
    post(png(28, b"cut")),
    post(png(60_000, b"\0" * 1_000_000)),
    post(png(3_000, b"\0" * (3_001 * 3_000))),
]


def main():
    sent = 0
    held = []  # connections that stand still

    def end(*_):
        print(sent, "broken requests")
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)
    for request in itertools.cycle(REQUESTS):
        try:
            connection = socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=5)
            connection.settimeout(0.2)
            connection.sendall(request)
            held.append(connection)
            if len(held) > 40:
                held.pop(0).close()
            connection.recv(64)
        except OSError:
            pass  # refused, or closed meanwhile
        sent += 1


main()
