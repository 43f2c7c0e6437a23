#!/usr/bin/env bash
# Shows how many predictions a second nn serve answers over HTTP, and how fast, with 1, 16 and 256 connections. Then it takes 100,000
# predictions with 16 connections while a second client sends broken requests, and shows errors and memory. The picture is the first test
# image of MNIST, 28 x 28 pixels, as a PNG. Needs wrk, curl and python3.
#
#   scripts/bench-serve.sh [SECONDS]     each measurement takes SECONDS (10)
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

at_most 1 "$@"
seconds=${1:-10}
require_number SECONDS "$seconds"
for tool in wrk curl python3 jcmd; do
    command -v "$tool" >/dev/null || { echo "bench-serve.sh: $tool is missing; install it" >&2; exit 7; }
done
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$scratch"' EXIT

export PICTURE=$scratch/digit.png
python3 - "$PICTURE" <<'PY'
import gzip, struct, sys, zlib
pixels = gzip.open("data/mnist/t10k-images-idx3-ubyte.gz").read()[16:16 + 784]
rows = b"".join(b"\0" + bytes(255 - p for p in pixels[28 * y:28 * y + 28]) for y in range(28))
chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open(sys.argv[1], "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 28, 28, 8, 0, 0, 0, 0))
                              + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
PY

scripts/nn serve --port 0 --model data/model.safetensors --examples "$scratch/examples" >"$scratch/url" &
server=$!
until [ -s "$scratch/url" ]; do sleep 0.1; done
url=$(sed 's|/ .*||' "$scratch/url")
port=${url##*:}

load() { # connections seconds: runs wrk, prints its report
    wrk --threads 1 --connections "$1" --duration "${2}s" --timeout 10s --latency --script scripts/serve/predict.lua "$url/api/predict"
}
field() { # pattern column: a field of wrk's report on standard input
    awk -v pattern="$1" -v column="$2" '$0 ~ pattern { print $column; found = 1 } END { if (!found) print 0 }'
}
errors() { # of wrk's report on standard input: sockets and answers
    awk '/Socket errors/ { gsub(",", ""); n += $4 + $6 + $8 + $10 } /Non-2xx/ { n += $NF } END { print n + 0 }'
}
memory() { # megabytes resident, and in the heap after a collection
    jcmd "$server" GC.run >/dev/null
    printf '%s MB, heap %s MB' "$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$server/status")" \
        "$(jcmd "$server" GC.heap_info | awk '/used/ && /generation/ { for (i = 1; i < NF; i++) if ($i == "used") { sub("K.*", "", $(i + 1)); n += $(i + 1) } } END { print int(n / 1024) }')"
}

load 16 "$seconds" >/dev/null # the JVM compiles what it runs often
echo "| connections | predictions/s | median | 99 % below | errors |"
echo "|---|---|---|---|---|"
for connections in 1 16 256; do
    report=$(load "$connections" "$seconds")
    echo "| $connections | $(field Requests/sec 2 <<<"$report") | $(field '^ +50%' 2 <<<"$report") | $(field '^ +99%' 2 <<<"$report") | $(errors <<<"$report") |"
done

echo
echo "| predictions | resident | errors |"
echo "|---|---|---|"
python3 scripts/serve/broken.py "$port" >"$scratch/broken" &
broken=$!
total=0
wrong=0
echo "| 0 | $(memory) | |"
while [ "$total" -lt 100000 ]; do
    report=$(load 16 "$seconds")
    total=$((total + $(field 'requests in' 1 <<<"$report")))
    wrong=$((wrong + $(errors <<<"$report")))
    echo "| $total | $(memory) | $wrong |"
done
kill "$broken"
wait "$broken" || true
echo "| $total, at rest | $(memory) | $wrong |"
echo
cat "$scratch/broken"
kill "$server"
wait "$server" || echo "nn serve ended with exit code $?"
