# The toy project: the launcher with a few source files, and a JDK and a Maven that only note how they are called.
# shellcheck shell=bash

toy=$scratch/toy
toy_nn=$toy/scripts/nn
toy_jdk=$scratch/toy-jdk
toy_bin=$scratch/toy-bin # comes first on the PATH
toy_java=$toy_jdk/calls  # what the last java noted, and a log with a word for each
toy_mvn=$scratch/toy-mvn # a line for each call of mvn

make_toy() {
    [ ! -e "$toy" ] || chmod -R u+w "$toy"
    rm -rf "$toy" "$toy_jdk" "$toy_bin" "$toy_mvn"
    mkdir -p "$toy"/{.mvn,data,src/main/java/nn/{cli,train/fast},src/main/resources/nn/report,src/test/java/nn} "$toy_bin" \
        "$scratch/home"
    copy_scripts "$toy"
    touch "$toy"/{pom.xml,.mvn/maven.config,README.md} "$toy/src/test/java/nn/SomeTest.java" \
        "$toy"/src/main/{java/nn/{cli/{Main,Gone},train/fast/Step}.java,resources/{log.properties,nn/report/page.html}}
    make_jdk "$toy_jdk" 17.0.2
    make_maven 'mkdir -p target/lib && echo "a jar" >target/nn.jar'
    touch "$toy_mvn"
    make_tool apt-get 'exit 1' # what it says of missing programs depends on them; the real ones take a second
    make_tool apt-cache 'exit 1'
}

# copy_scripts PROJECT: the launcher, and whatever belongs to it.
copy_scripts() {
    local file
    mkdir -p "$1/scripts"
    for file in "$scripts"/*; do
        case ${file##*/} in
            peers | torture | check-launcher*) ;; # large builds of other programs, for one
            *) cp -R "$file" "$1/scripts/" ;;
        esac
    done
}

# make_jdk DIRECTORY VERSION
make_jdk() {
    mkdir -p "$1/bin" "$1/calls"
    printf '%s\n' 'IMPLEMENTOR="toy"' "JAVA_RUNTIME_VERSION=\"$2+1-toy\"" "JAVA_VERSION=\"$2\"" >"$1/release"
    cat >"$1/bin/java" <<'JAVA'
#!/bin/sh
calls=${0%/*}/../calls
case "$*" in
    *-Xshare:dump*)
        echo archive >>"$calls/log"
        sleep "${TOY_ARCHIVE_SECONDS:-0}"
        for option; do
            case $option in
                -XX:SharedArchiveFile=*) echo "an archive" >"${option#*=}" || exit ;;
            esac
        done
        exit "${TOY_ARCHIVE_EXIT:-0}"
        ;;
    *DumpLoadedClassList*) echo classes >>"$calls/log" ;;
    *) echo run >>"$calls/log" ;;
esac
printf '%s\0' "$@" >"$calls/arguments"
env >"$calls/environment"
echo $$ >"$calls/pid"
{ true 4<&0; } 2>/dev/null && echo open >"$calls/stdin" || echo closed >"$calls/stdin"
[ -z "${TOY_LAST_WORDS:-}" ] || echo "$TOY_LAST_WORDS"
[ -z "${TOY_RESULT:-}" ] || echo "$TOY_RESULT" >&3
exit "${TOY_EXIT:-0}"
JAVA
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1"/bin/*
}

# make_maven SCRIPT: what mvn does, in the project's directory.
make_maven() {
    make_tool mvn "echo \"JAVA_HOME=\$JAVA_HOME, \$*\" >>'$toy_mvn'; $1"
}

# make_tool NAME SCRIPT
make_tool() {
    printf '#!/bin/sh\n%s\n' "$2" >"$toy_bin/$1"
    chmod +x "$toy_bin/$1"
}

# Before a command: the toy JDK and Maven are the ones that are found.
in_toy=(env "HOME=$scratch/home" "JAVA_HOME=$toy_jdk" "PATH=$toy_bin:$PATH")

# start_toy WANTED ARGUMENT...: starts the launcher of the toy project.
start_toy() {
    expect "$1" "${in_toy[@]}" "$toy_nn" "${@:2}"
}

# A toy that is built, an hour ago, from sources that are two hours old.
make_built_toy() {
    make_toy
    start_toy 0 --version
    find "$toy" -path "$toy/target" -prune -o -exec touch -d '2 hours ago' {} +
    touch -d '1 hour ago' "$toy/target/nn.jar"
    : >"$toy_mvn"
    : >"$toy_java/log"
}

# has_built TIMES: Maven was called so often since the toy was made.
has_built() {
    is "$1" "$(wc -l <"$toy_mvn")"
}

# java_ran WORD...: what java was called for since then: "classes", "archive" or "run".
java_ran() {
    is "$*" "$(uniq "$toy_java/log" | paste -sd ' ')"
}

# java_got ARGUMENT...: java's last arguments were these.
java_got() {
    local -a arguments
    mapfile -d '' -t arguments <"$toy_java/arguments"
    is "$(printf '<%s>' "$@")" "$(printf '<%s>' "${arguments[@]: -$#}")"
}

# toy_variable NAME: what java found in its environment; empty without it.
toy_variable() {
    sed -n "s/^$1=//p" "$toy_java/environment"
}
