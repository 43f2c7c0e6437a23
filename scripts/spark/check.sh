#!/usr/bin/env bash
# check.sh: builds nn-spark and tests it, also on two real worker processes. Needs nn's own build: mvn -B package.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
../nn --version >/dev/null # builds nn if that is needed
exec mvn -B verify
