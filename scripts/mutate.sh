#!/usr/bin/env bash
# Changes the program in small ways, one at a time, and counts which of them the tests notice.
#
#   scripts/mutate.sh [PACKAGE | CLASSES]...   PIT's mutations of packages (nn.data) or of classes by a pattern ('nn.data.Pen*'),
#                                              judged by the tests of their package; without an argument of the packages below
#   scripts/mutate.sh table                    only the table of what was measured before
#   scripts/mutate.sh wiring [ID]...           the mutations by hand of scripts/mutations/wiring.ini, each judged by its tests
#
# Prints a Markdown table. target/pit holds, for each package, survivors.txt (what no test noticed), PIT's log and its history: what
# was not changed since is not run again, and a run that was stopped goes on. After a change in other packages, begin anew with
# rm -r target/pit. A package takes 1 to 60 minutes. Needs Python 3.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/arguments.sh"
answer_help "$@"

cd "$(dirname "${BASH_SOURCE[0]}")/.."
packages=(nn.eval nn.data nn.json nn.files nn.safetensors nn.checkpoint nn.image nn.model nn.train)

# Where the results of a package or pattern are: its name, which holds nothing that a shell would expand.
name_of() {
    local name=${1%.\*}
    echo "${name//\*/+}"
}

# mutate nn.data | 'nn.data.Pen*'
mutate() {
    local classes=$1 package=$1 name log
    if [[ $1 =~ ^([a-z0-9.]+)\.[A-Z*] ]]; then
        package=${BASH_REMATCH[1]}
    else
        classes="$1.*"
    fi
    name=$(name_of "$1")
    log=target/pit/$name.log
    if [ ! -d "src/main/java/${package//.//}" ]; then
        echo "mutate.sh: there is no package $package" >&2
        return 2
    fi
    echo "mutate.sh: $1, see $log" >&2
    mvn -B -P mutation -Dmutate.name="$name" -DtargetClasses="$classes" -DtargetTests="$package.*" \
        test-compile pitest:mutationCoverage >"$log" 2>&1 </dev/null || {
        tail -20 "$log" >&2
        return 1
    }
    python3 scripts/mutations/table.py "target/pit/$name" >/dev/null
}

case ${1:-} in
    wiring)
        shift
        exec python3 scripts/mutations/wiring.py "$@"
        ;;
    table) ;;
    -*) refuse "there is no option '$1'" ;;
    *)
        mkdir -p target/pit
        if [ $# -gt 0 ]; then
            packages=("$@")
            for package in "${packages[@]}"; do
                [ -n "$(compgen -G "src/main/java/${package//.//}*")" ] || refuse "there is no package or class '$package'"
            done
        fi
        for package in "${packages[@]}"; do
            mutate "$package"
        done
        ;;
esac

results=()
for package in "${packages[@]}"; do
    results+=("target/pit/$(name_of "$package")")
done
python3 scripts/mutations/table.py "${results[@]}"
