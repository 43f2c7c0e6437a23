#!/usr/bin/env bash
# Measures `nn bench train` against the same training in NumPy on OpenBLAS (peers/numpy_mlp.py), in alternation in one run,
# and prints a Markdown table of the medians. The peer runs at the BLAS thread count and with the BLAS kernels that are the
# fastest for it here, which is tried first.
#
#   scripts/bench-train.sh [ROUNDS [THREADS]]      5 rounds, one thread per core
set -euo pipefail

rounds=${1:-5}
threads=${2:-$(getconf _NPROCESSORS_ONLN)}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peer=$here/peers/numpy_mlp.py

# Settings left in the environment would slow one side or the other; each side finds its own.
unset "${!OPENBLAS_@}" "${!OMP_@}" NN_JAVA_OPTS

for python in python3 /usr/bin/python3 ""; do
    if [[ -z $python ]]; then
        echo "bench-train.sh: no python3 with NumPy found; sudo apt install python3-numpy" >&2
        exit 7
    fi
    ! "$python" -c "import numpy" 2>/dev/null || break
done

# One number from a JSON document on standard input.
number() {
    "$python" -c "import json, sys; print(json.load(sys.stdin)['$1'])"
}

# The median of the arguments.
median() {
    "$python" -c "import statistics, sys; print(statistics.median(map(float, sys.argv[1:])))" "$@"
}

# Runs the peer in one setting, "THREADS KERNELS", where the kernels are "default" or the name of an OpenBLAS core type.
run_peer() {
    local setting=$1 count kernels
    shift
    read -r count kernels <<<"$setting"
    local variables=("OPENBLAS_NUM_THREADS=$count")
    [[ $kernels == default ]] || variables+=("OPENBLAS_CORETYPE=$kernels")
    env "${variables[@]}" "$python" "$peer" "$@"
}

# Prints the setting in which the peer is the fastest.
best_setting() {
    local kernels=(default) count kernel speed best=0 setting=""
    ! grep -q 'avx512vl' /proc/cpuinfo 2>/dev/null || kernels+=(SkylakeX)
    for count in $(printf '%s\n' 1 "$threads" | sort -nu); do
        for kernel in "${kernels[@]}"; do
            speed=$(run_peer "$count $kernel" --epochs 3 "$@" | number imagesPerSecond)
            echo "  NumPy, BLAS threads $count, kernels $kernel: $speed images/s" >&2
            if (($(printf '%.0f' "$speed") > best)); then
                best=$(printf '%.0f' "$speed")
                setting="$count $kernel"
            fi
        done
    done
    echo "$setting"
}

compare() {
    local architecture=$1 hidden=$2 batch=$3 setting round report
    local ours=() theirs=() shares=() peaks=()
    echo "$architecture, batch $batch" >&2
    setting=$(best_setting --hidden "$hidden" --batch-size "$batch")
    for ((round = 1; round <= rounds; round++)); do
        report=$("$here/nn" bench train --hidden "$hidden" --batch-size "$batch" --optimizer adam --threads "$threads" --json)
        ours+=("$(number imagesPerSecond <<<"$report")")
        shares+=("$(number rooflineFraction <<<"$report")")
        peaks+=("$(number rooflineGflops <<<"$report")")
        theirs+=("$(run_peer "$setting" --hidden "$hidden" --batch-size "$batch" | number imagesPerSecond)")
        echo "  round $round: nn $(printf %.0f "${ours[round - 1]}"), NumPy $(printf %.0f "${theirs[round - 1]}") images/s" >&2
    done
    "$python" - "$architecture" "$batch" "$setting" "$(median "${ours[@]}")" "$(median "${theirs[@]}")" \
        "$(median "${shares[@]}")" "$(median "${peaks[@]}")" <<'END'
import sys
architecture, batch, setting, ours, theirs, share, peak = sys.argv[1:]
threads, kernels = setting.split()
ours, theirs = float(ours), float(theirs)
print(f"| {architecture} | {batch} | {ours:,.0f} | {theirs:,.0f} ({threads}, {kernels}) | {ours / theirs:.2f} "
      f"| {float(share):.0%} of {float(peak):.0f} |")
END
}

"$here/nn" --version >/dev/null # builds before the clock runs
echo "| network | batch | nn, images/s | NumPy, images/s (BLAS threads, kernels) | nn / NumPy | share of the GEMM peak, GFLOP/s |"
echo "|---|---|---|---|---|---|"
compare 784-256-10 256 128
compare 784-1024-1024-10 1024,1024 256
