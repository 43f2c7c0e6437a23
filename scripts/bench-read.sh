#!/usr/bin/env bash
# Measures how many drawn pictures with several digits nn read reads right, as a table. The digits are MNIST's test digits, and strokes
# and fonts in some scenes. scripts/number-scenes.py draws the pictures. Below the table stands how often letters become digits.
#
#   scripts/bench-read.sh [COUNT [SEED]]     default: 100 pictures of each scene, seed 2
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"
at_most 2 "$@"
count=${1:-100}
seed=${2:-2}
require_number COUNT "$count"
require_number SEED "$seed"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$here/number-scenes.py" "$scratch/pictures" --seed "$seed" --count "$count" --digits test

echo "| scene | pictures right | numbers right | digits right |"
echo "|---|---|---|---|"
for directory in "$scratch"/pictures/*; do
    scene=${directory##*/}
    flags=()
    case $scene in
        sudoku) flags=(--cells 9x9) ;;
        form) flags=(--cells 4x7) ;;
    esac
    "$here/nn" eval --quiet --numbers "$directory" "${flags[@]}" |
        sed -n "s/^  $scene *pictures \(.*\), numbers \(.*\), digits \(.*\)/| $scene | \1 | \2 | \3 |/p"
done

word=$scratch/pictures/word
letters=$(cut -f 4 "$word/labels.tsv" | tr -d '\n' | wc -c)
# Exit code 3: a picture without digits, as most should be.
digits=$({ "$here/nn" read --quiet "$word" 2>/dev/null || [ $? = 3 ]; } | sed '/^==>/d' | tr -cd '0-9?' | wc -c)
echo
echo "Of $letters letters in the $count words of the scene word, $digits become digits."
