#!/usr/bin/env bash
# Builds nn-spark and tests it, also on two real worker processes. Fetches Spark; takes some minutes.
#
#   scripts/spark/check.sh
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../arguments.sh"
answer_help "$@"
at_most 0 "$@"

cd "$(dirname "${BASH_SOURCE[0]}")"
../nn --version >/dev/null # builds nn if that is needed
exec mvn -B verify
