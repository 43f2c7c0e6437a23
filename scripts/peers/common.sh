# What the benchmark scripts share, to be sourced: how to run a peer, and in which setting it is the fastest.
#
# A peer trains the same network on the same data as `nn bench train`: numpy, sklearn, torch (Python), djl, dl4j (JVM).
# A setting is "THREADS KERNELS": the threads of its BLAS and OpenMP, and "default" or the name of an OpenBLAS core type.
# shellcheck shell=bash

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$scripts/peers
data=$scripts/../data/mnist
# shellcheck disable=SC2034 # for those that source this
cores=$(getconf _NPROCESSORS_ONLN)

# Settings left in the environment would slow one side or the other; each side finds its own.
unset "${!OPENBLAS_@}" "${!OMP_@}" "${!ONEDNN_@}" "${!DNNL_@}" NN_JAVA_OPTS
export DJL_OFFLINE=true OPT_OUT_TRACKING=true # DJL asks nobody for anything

# Prints the python3 that has a module; fails if none has.
python_with() {
    local python
    for python in /usr/bin/python3 python3; do
        if "$python" -c "import $1" 2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

# The numbers in these scripts are computed by Python.
python=$(python_with json) || {
    echo "${0##*/}: no python3 found; sudo apt install python3-numpy" >&2
    exit 7
}

# One value from a JSON document on standard input.
number() {
    "$python" -c "import json, sys; print(json.load(sys.stdin)['$1'])"
}

# The median of the arguments.
median() {
    "$python" -c "import statistics, sys; print(statistics.median(map(float, sys.argv[1:])))" "$@"
}

declare -A python_for=()

# Sets command to what starts a peer. Fails, saying how to install it, where it is not installed.
find_peer() {
    local name=$1
    case $name in
        numpy | sklearn | torch)
            # Looked for once: that imports the module, which must not count where whole processes are timed.
            [[ -n ${python_for[$name]:-} ]] || python_for[$name]=$(python_with "numpy, $name") || {
                echo "$name: not installed; sudo apt install python3-$name" >&2
                return 1
            }
            command=("${python_for[$name]}" "$peers/${name}_mlp.py")
            ;;
        djl | dl4j)
            build_peer "$name" || {
                echo "$name: could not be built; it needs a JDK 17, Maven and Maven Central (log: $peers/$name/target/build.log)" >&2
                return 1
            }
            command=(java -Xmx2g -cp "$peers/$name/target/classes:$peers/$name/target/lib/*" "${name^}Mlp")
            ;;
        *)
            echo "$name: no such peer; there are numpy, sklearn, torch, djl, dl4j" >&2
            return 1
            ;;
    esac
}

build_peer() {
    local directory=$peers/$1
    [[ ! $directory/target/built -nt $directory/pom.xml ]] || return 0
    echo "$1: building (Maven fetches its libraries, some hundred MB) ..." >&2
    mkdir -p "$directory/target/classes"
    (cd "$directory" && mvn -B -q -Djavacpp.platform.host package &&
        javac -d target/classes -cp 'target/lib/*' ../Peer.java ./*.java && touch target/built) >"$directory/target/build.log" 2>&1
}

# run_peer NAME SETTING FLAGS...: its JSON.
run_peer() {
    local name=$1 count kernels command
    read -r count kernels <<<"$2"
    shift 2
    find_peer "$name"
    local variables=("OPENBLAS_NUM_THREADS=$count" "OMP_NUM_THREADS=$count")
    [[ $kernels == default ]] || variables+=("OPENBLAS_CORETYPE=$kernels")
    env "${variables[@]}" "${command[@]}" --data "$data" "$@" 2>/dev/null
}

# best_setting NAME THREADS FLAGS...: prints the setting in which the peer is the fastest, of 1 thread and so many.
best_setting() {
    local name=$1 threads=$2 kernels=(default) count kernel speed best=0 setting=""
    shift 2
    # PyTorch from Maven Central has no OpenBLAS.
    [[ $name == djl ]] || ! grep -q 'avx512vl' /proc/cpuinfo 2>/dev/null || kernels+=(SkylakeX)
    for count in $(printf '%s\n' 1 "$threads" | sort -nu); do
        for kernel in "${kernels[@]}"; do
            speed=$(run_peer "$name" "$count $kernel" --epochs 1 "$@" | number imagesPerSecond)
            echo "  $name, threads $count, kernels $kernel: $speed images/s" >&2
            if (($(printf '%.0f' "$speed") > best)); then
                best=$(printf '%.0f' "$speed")
                setting="$count $kernel"
            fi
        done
    done
    echo "$setting"
}
