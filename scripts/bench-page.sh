#!/usr/bin/env bash
# Measures how long nn read takes for drawn pages of 12 megapixels with 500 digits, as whole processes; prints a Markdown table of
# the medians, and how many digits are read right. scripts/number-scenes.py draws the pages, some on squared paper.
#
#   scripts/bench-page.sh [ROUNDS [COUNT]]      5 rounds, 4 pages
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 2 "$@"
rounds=${1:-5}
count=${2:-4}
require_number ROUNDS "$rounds"
require_number COUNT "$count"

export LC_ALL=C.UTF-8 # times have a decimal point
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$here/nn" --version >/dev/null # builds before the clock runs
"$here/number-scenes.py" "$scratch/pictures" --seed 1 --count "$count" --digits test --scene large-page

# The median of a column of numbers.
median() {
    cut -d ' ' -f "$1" "$scratch/times" | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

echo "| page | seconds, median | processor seconds, median |"
echo "|---|---|---|"
for page in "$scratch"/pictures/large-page/*.{jpg,png}; do
    [ -e "$page" ] || continue # chance made none of this format
    for ((round = 0; round <= rounds; round++)); do
        TIMEFORMAT='%R %U %S'
        { time "$here/nn" read --quiet "$page" >/dev/null; } 2>>"$scratch/all"
    done
    # The first round only warms up.
    tail -n "$rounds" "$scratch/all" | awk '{ printf "%s %.2f\n", $1, $2 + $3 }' >"$scratch/times"
    echo "| ${page##*/} | $(median 1) | $(median 2) |"
done
"$here/nn" eval --quiet --numbers "$scratch/pictures/large-page"
