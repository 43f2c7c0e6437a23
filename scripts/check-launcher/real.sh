# With the real JDK and Maven, on a copy of the whole project: builds, moves, another JDK, a read-only installation.
# shellcheck shell=bash
# shellcheck disable=SC2317 # the claims are called by name

real=(
    the_first_start_builds_in_a_directory_of_any_name
    a_moved_project_runs_from_a_new_archive
    a_signal_ends_maven_at_once
    an_edited_source_is_built
    a_deleted_source_is_gone_from_the_jar
    another_jdk_runs_the_same_build
    a_read_only_copy_runs_in_silence
)

# shellcheck disable=SC2016 # it is called so
odd="$scratch/pröjekt 'a' \"b\" \$HOME %p &"
project=$scratch/project
nn=$project/scripts/nn
installed=$scratch/installed
guest_tmp=$scratch/guest-tmp
probe=src/main/java/nn/Probe.java
small=(train --preset fast --limit 600 --epochs 1 --hidden 16 --no-test --quiet)

# make_project DIRECTORY: a copy that is not built.
make_project() {
    mkdir -p "$1/src"
    copy_scripts "$1"
    cp -R "$scripts"/../{pom.xml,.mvn,data} "$1/"
    cp -R "$scripts/../src/main" "$1/src/"
    write_probe "$1" first
}

# write_probe PROJECT TEXT: a class that prints the text.
write_probe() {
    cat >"$1/$probe" <<JAVA
package nn;

/** Tells which source was built. */
final class Probe {

    private Probe() {
    }

    public static void main(String[] arguments) {
        System.out.println("$2");
    }
}
JAVA
}

# probe_says TEXT: the jar was built from that source.
probe_says() {
    expect 0 "$(jdk)/bin/java" -cp "$project/target/nn.jar" nn.Probe
    is "$1" "$(cat "$out")"
}

# has_class NAME: the jar has it.
has_class() {
    "$(jdk)/bin/jar" tf "$project/target/nn.jar" >"$out"
    grep -qx "$1.class" "$out"
}

jdk() {
    if [ -n "${JAVA_HOME:-}" ]; then
        echo "$JAVA_HOME"
    else
        dirname "$(dirname "$(readlink -f "$(command -v java)")")"
    fi
}

# Prints a JDK with which the program must run as well, if there is one.
other_jdk() {
    local release
    for release in /usr/lib/jvm/*/release; do
        if [ ! "$release" -ef "$(jdk)/release" ] && grep -Eq '^JAVA_VERSION="(1[7-9]|[2-9][0-9])' "$release"; then
            dirname "$release"
            return
        fi
    done
}

# Builds the project where no claim has done so.
need_project() {
    [ -e "$project/target/nn.jar" ] || {
        make_project "$project"
        expect 0 "$nn" --version
    }
}

# A copy that nobody may write to, with an archive of another place and time, and sources newer than the build.
need_installed() {
    local other
    need_project
    [ -e "$installed" ] || {
        other=$(other_jdk)
        [ -z "$other" ] || JAVA_HOME=$other expect 0 "$nn" --version
        cp -a "$project" "$installed"
        touch "$installed/pom.xml" "$installed/target/nn.jar"
        mkdir -m 777 "$guest_tmp"
        chmod -R a+rX,a-w "$installed"
    }
    "${guest[@]}" test -x "$(jdk)/bin/java" || skip "another user may not use $(jdk)"
}

# uses_archive NN ARGUMENT...: it runs, and such classes come from the archive. A JVM told so refuses one that does not fit.
uses_archive() {
    local classes=$1
    shift
    NN_JAVA_OPTS='-Xshare:on -Xlog:class+load:stderr' expect 0 "$@"
    says "$err" "$classes.* source: shared objects file"
}

# property NAME: of the JVM, as -XshowSettings:properties printed it.
property() {
    sed -n "s/^ *$1 = //p" "$out" "$err"
}

# The C locale is that of cron jobs, and of containers without any.
the_first_start_builds_in_a_directory_of_any_name() {
    make_project "$odd"
    LC_ALL=C expect 0 "$odd/scripts/nn" --version
    says "$err" '^nn: building, as this is the first use'
    says "$out" '^nn [0-9]'
    # (JDK 17 uses no archive where a URL of the path would need escapes.)
    expect 0 "$odd/scripts/nn" "${small[@]}" --out "$odd/runs/1"
    test -s "$odd/runs/1/model.safetensors"
}

# Another collector in the environment does not spoil the archive.
a_moved_project_runs_from_a_new_archive() {
    [ -e "$odd/target/nn.jar" ] || skip "there is no build to move"
    mv "$odd" "$project"
    JAVA_TOOL_OPTIONS=-XX:+UseParallelGC expect 0 "$nn" --version
    ! grep -q building "$err" || complain "built again"
    uses_archive nn.cli. "$nn" --version
    uses_archive org.nd4j. "$nn" "${small[@]}" --out "$scratch/run"
}

a_signal_ends_maven_at_once() {
    need_project
    write_probe "$project" interrupted
    rm -r "$project/target/classes"
    begin "$nn" --version
    await 'Maven' test -e "$project/target/classes"
    kill -TERM "$pid"
    ends 143 "$pid"
    is '' "$(cat "$out")"
    is 1 "$(wc -l <"$err")"
}

an_edited_source_is_built() {
    need_project
    write_probe "$project" second
    expect 0 "$nn" --version
    says "$err" '^nn: building, as the sources are newer'
    probe_says second
}

a_deleted_source_is_gone_from_the_jar() {
    need_project
    has_class nn/Probe
    rm "$project/$probe"
    expect 0 "$nn" --version
    ! has_class nn/Probe || complain "it is there"
    has_class "nn/cli/[A-Z].*"
    uses_archive nn.cli. "$nn" --version
}

another_jdk_runs_the_same_build() {
    local other build
    other=$(other_jdk)
    [ -n "$other" ] || skip "/usr/lib/jvm has no other JDK that is 17 or newer"
    need_project
    build=$(stat -c '%i %y' "$project/target/nn.jar")
    export JAVA_HOME=$other
    NN_JAVA_OPTS=-XshowSettings:properties expect 0 "$nn" --version
    is "$other" "$(property java.home)"
    uses_archive nn.cli. "$nn" --version
    # Newer ones warn of what older ones allow.
    expect 0 "$nn" "${small[@]}" --out "$scratch/other-run"
    is '' "$(cat "$err")"
    is "$build" "$(stat -c '%i %y' "$project/target/nn.jar")"
}

a_read_only_copy_runs_in_silence() {
    need_installed
    local java_home
    for java_home in "$(jdk)" "$(other_jdk)"; do
        [ -n "$java_home" ] || continue
        expect 0 "${guest[@]}" env JAVA_HOME="$java_home" HOME=/nonexistent TMPDIR="$guest_tmp" "$installed/scripts/nn" \
            inspect "$installed/data/model.safetensors"
        says "$out" '[0-9]-10'
        is '' "$(cat "$err")"
    done
}
