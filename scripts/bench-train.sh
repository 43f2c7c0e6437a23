#!/usr/bin/env bash
# Measures `nn bench train` against the same training in NumPy on OpenBLAS (peers/numpy_mlp.py), in alternation in one run,
# and prints a Markdown table of the medians. The peer runs at the BLAS thread count and with the BLAS kernels that are the
# fastest for it here, which is tried first. bench-peers.sh measures all peers.
#
#   scripts/bench-train.sh [ROUNDS [THREADS]]      5 rounds, one thread per core
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 2 "$@"
source "$(dirname "${BASH_SOURCE[0]}")/peers/common.sh"

rounds=${1:-5}
threads=${2:-$cores}
require_number ROUNDS "$rounds"
require_number THREADS "$threads"
find_peer numpy || exit 7

compare() {
    local architecture=$1 hidden=$2 batch=$3 setting round report
    local ours=() theirs=() shares=() peaks=()
    echo "$architecture, batch $batch" >&2
    setting=$(best_setting numpy "$threads" --hidden "$hidden" --batch-size "$batch")
    for ((round = 1; round <= rounds; round++)); do
        report=$("$scripts/nn" bench train --hidden "$hidden" --batch-size "$batch" --optimizer adam --threads "$threads" --json)
        ours+=("$(number imagesPerSecond <<<"$report")")
        shares+=("$(number rooflineFraction <<<"$report")")
        peaks+=("$(number rooflineGflops <<<"$report")")
        theirs+=("$(run_peer numpy "$setting" --hidden "$hidden" --batch-size "$batch" | number imagesPerSecond)")
        echo "  round $round: nn $(printf %.0f "${ours[round - 1]}"), NumPy $(printf %.0f "${theirs[round - 1]}") images/s" >&2
    done
    "$python" - "$architecture" "$batch" "$setting" "$(median "${ours[@]}")" "$(median "${theirs[@]}")" \
        "$(median "${shares[@]}")" "$(median "${peaks[@]}")" <<'PYTHON'
import sys
architecture, batch, setting, ours, theirs, share, peak = sys.argv[1:]
threads, kernels = setting.split()
ours, theirs = float(ours), float(theirs)
print(f"| {architecture} | {batch} | {ours:,.0f} | {theirs:,.0f} ({threads}, {kernels}) | {ours / theirs:.2f} "
      f"| {float(share):.0%} of {float(peak):.0f} |")
PYTHON
}

"$scripts/nn" --version >/dev/null # builds before the clock runs
echo "| network | batch | nn, images/s | NumPy, images/s (BLAS threads, kernels) | nn / NumPy | share of the GEMM peak, GFLOP/s |"
echo "|---|---|---|---|---|---|"
compare 784-256-10 256 128
compare 784-1024-1024-10 1024,1024 256
