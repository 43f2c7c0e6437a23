# When the launcher builds, what it makes of a build that fails or is cut short, and how several of them get along.
# shellcheck shell=bash
# shellcheck disable=SC2317 # the claims are called by name

building=(
    what_is_up_to_date_is_started_at_once
    whatever_is_newer_than_the_build_leads_to_a_new_one
    what_was_edited_during_a_build_leads_to_a_new_one
    a_source_dated_in_the_future_is_built_once
    a_jar_dated_in_the_future_is_built_again_once
    maven_is_called_with_the_same_jdk
    without_maven_it_says_what_to_install
    without_a_compiler_it_says_what_to_install
    what_is_built_needs_neither_maven_nor_compiler
    a_failed_build_is_told_and_tried_again
    a_jar_that_was_cut_short_is_built_again
    a_signal_ends_the_build_at_once
    a_build_that_is_cut_short_leaves_the_one_before
    two_at_once_build_once
    two_at_once_build_once_without_flock
    a_lock_that_was_left_is_named_without_flock
    an_old_build_that_cannot_be_renewed_is_used
    a_user_who_is_in_no_list_builds
    what_is_not_built_and_cannot_be_is_refused
    a_build_by_root_belongs_to_the_owner
    newer_sources_with_the_build_of_another_user_are_refused
)

what_is_up_to_date_is_started_at_once() {
    make_built_toy
    touch "$toy/README.md" "$toy/src/test/java/nn/SomeTest.java" "$toy/data"
    start_toy 0 --version
    has_built 0
    java_ran run
    is '' "$(cat "$err")"
}

whatever_is_newer_than_the_build_leads_to_a_new_one() {
    local change cli=src/main/java/nn/cli
    while read -r change; do
        make_built_toy
        (cd "$toy" && eval "$change")
        start_toy 0 --version
        has_built 1 || complain "after: $change"
        says "$err" '^nn: building, as '
        # Once.
        start_toy 0 --version
        has_built 1
    done <<CHANGES
touch pom.xml
touch .mvn/maven.config
rm .mvn/maven.config
touch -d '1 day ago' .mvn/jvm.config
touch $cli/Main.java
touch -d '1 day ago' $cli/New.java
rm $cli/Gone.java
mv $cli src/main/java/nn/shell
touch src/main/java/nn/train/fast/Step.java
rm -r src/main/java/nn/train/fast
touch src/main/resources/log.properties
touch src/main/resources/nn/report/page.html
rm target/nn.jar
rm -r target
CHANGES
}

what_was_edited_during_a_build_leads_to_a_new_one() {
    make_toy
    # The clock of files advances in steps of a few milliseconds.
    make_maven 'sleep 0.1; touch src/main/java/nn/cli/Main.java; sleep 0.1; mkdir -p target/lib; echo "a jar" >target/nn.jar'
    start_toy 0 --version
    has_built 1
    start_toy 0 --version
    has_built 2
}

# By a clock that went wrong, or from an archive.
a_source_dated_in_the_future_is_built_once() {
    make_toy
    touch -d '1 day' "$toy/src/main/java/nn/cli/Main.java"
    start_toy 0 --version
    has_built 1
    start_toy 0 --version
    has_built 1
    is '' "$(cat "$err")"
    touch -d '2 days' "$toy/src/main/java/nn/cli/Main.java"
    start_toy 0 --version
    has_built 2
}

# After a clock that went wrong was set right: it would be newer than all that is edited.
a_jar_dated_in_the_future_is_built_again_once() {
    make_built_toy
    touch -d '1 day' "$toy/target/nn.jar" "$toy"/target/nn-*.jsa
    start_toy 0 --version
    has_built 1
    start_toy 0 --version
    has_built 1
}

maven_is_called_with_the_same_jdk() {
    make_toy
    start_toy 0 --version
    says "$toy_mvn" "^JAVA_HOME=$toy_jdk, .*package"
    # Also where it is found on the PATH.
    make_toy
    ln -s "$toy_jdk/bin/java" "$toy_bin/java"
    expect 0 "${in_toy[@]}" env -u JAVA_HOME "$toy_nn" --version
    says "$toy_mvn" "^JAVA_HOME=$toy_jdk, .*package"
}

without_maven_it_says_what_to_install() {
    make_toy
    rm "$toy_bin/mvn"
    expect 7 "${in_toy[@]}" "PATH=$toy_bin:$(tools_without mvn)" "$toy_nn" --version
    refuses 'no Maven found \(mvn\); .*install.*[mM]aven'
}

without_a_compiler_it_says_what_to_install() {
    make_toy
    rm "$toy_jdk/bin/javac"
    start_toy 7 --version
    refuses "$toy_jdk: no javac, so this is no JDK; .*install"
    has_built 0
}

what_is_built_needs_neither_maven_nor_compiler() {
    make_built_toy
    rm "$toy_jdk/bin/javac" "$toy_bin/mvn"
    expect 0 "${in_toy[@]}" "PATH=$toy_bin:$(tools_without mvn)" "$toy_nn" --version
    java_ran run
}

a_failed_build_is_told_and_tried_again() {
    make_built_toy
    touch "$toy/pom.xml"
    make_maven 'echo "[ERROR] no such dependency"; echo "half a jar" >target/nn.jar; exit 1'
    local times
    for times in 1 2; do
        start_toy 7 --version
        says "$err" '^\[ERROR\] no such dependency$'
        says "$err" "^nn: $toy: the build failed"
        has_built "$times"
    done
    java_ran ''
}

# Killed without a chance to clear up, or by a power cut.
a_jar_that_was_cut_short_is_built_again() {
    make_toy
    make_maven "mkdir -p target/lib; echo 'half a jar' >target/nn.jar; touch '$scratch/half'; sleep 100"
    rm -f "$scratch/half"
    begin "${in_toy[@]}" "$toy_nn" --version
    await 'half a jar' test -e "$scratch/half"
    kill -KILL -- "-$pid"
    await 'its end' has_ended "$pid"
    make_maven 'echo "a jar" >target/nn.jar'
    start_toy 0 --version
    is 'a jar' "$(cat "$toy/target/nn.jar")"
}

a_signal_ends_the_build_at_once() {
    local signal code
    for signal in TERM:143 INT:130 HUP:129; do
        code=${signal#*:} signal=${signal%:*}
        make_toy
        mkfifo "$scratch/never.$signal"
        make_maven "echo 'half a jar' >target/nn.jar; read -r _ <'$scratch/never.$signal'"
        begin "${in_toy[@]}" "$toy_nn" --version
        await 'Maven' test -s "$toy/target/nn.jar"
        kill -s "$signal" "$pid"
        ends "$code" "$pid"
        is '' "$(cat "$out")"
        is 1 "$(wc -l <"$err")"
        make_maven 'echo "a jar" >target/nn.jar'
        start_toy 0 --version
        is 'a jar' "$(cat "$toy/target/nn.jar")"
    done
}

a_build_that_is_cut_short_leaves_the_one_before() {
    make_built_toy
    touch "$toy/pom.xml"
    mkfifo "$scratch/never.before"
    make_maven "echo 'half a jar' >target/nn.jar; read -r _ <'$scratch/never.before'"
    begin "${in_toy[@]}" "$toy_nn" --version
    await 'Maven' test -s "$toy/target/nn.jar"
    kill -TERM "$pid"
    ends 143 "$pid"
    is 'a jar' "$(cat "$toy/target/nn.jar")"
    # It still has to be renewed.
    make_maven 'echo "a new jar" >target/nn.jar'
    start_toy 0 --version
    is 'a new jar' "$(cat "$toy/target/nn.jar")"
    is $'lib\nnn-17.0.2+1-toy.jsa\nnn-17.0.2+1-toy.jsa.home\nnn.jar' "$(ls -I build.log "$toy/target")"
    [ ! -e "$toy/target/.before" ] || complain "the old jar is left"
}

# start_two TOOL COMMAND...: Maven is at work for the first, until the second waits for it with this tool.
start_two() {
    local tool=$1 first
    shift
    rm -f "$scratch/go" "$scratch/waits"
    mkfifo "$scratch/go"
    make_maven "read -r _ <'$scratch/go'; mkdir -p target/lib; echo 'a jar' >target/nn.jar"
    begin "$@" "$toy_nn" --version
    first=$pid
    await 'Maven' test -s "$toy_mvn"
    make_tool "$tool" "touch '$scratch/waits'; exec $(command -v "$tool") \"\$@\""
    begin "$@" "$toy_nn" --version
    await 'the second to wait' test -e "$scratch/waits"
    echo go >"$scratch/go"
    ends 0 "$first"
    ends 0 "$pid"
    says "$err" '^nn: waiting for another nn, which builds'
    has_built 1
    is 1 "$(grep -c archive "$toy_java/log")"
    is 2 "$(grep -c run "$toy_java/log")"
}

two_at_once_build_once() {
    command -v flock >/dev/null || skip "no flock here"
    make_built_toy
    touch "$toy/pom.xml"
    start_two flock "${in_toy[@]}"
}

# As on macOS.
two_at_once_build_once_without_flock() {
    make_built_toy
    touch "$toy/pom.xml"
    start_two sleep "${in_toy[@]}" "PATH=$toy_bin:$(tools_without flock mvn)"
}

a_lock_that_was_left_is_named_without_flock() {
    make_built_toy
    touch "$toy/pom.xml"
    true &
    wait "$!"
    ln -s "$!" "$toy/target/.locked" # a process that is no more
    expect 7 "${in_toy[@]}" "PATH=$toy_bin:$(tools_without flock mvn)" "$toy_nn" --version
    refuses "$toy/target/.locked: left by a build that was killed; remove it"
    has_built 0
}

# Installed by someone else, say.
an_old_build_that_cannot_be_renewed_is_used() {
    make_built_toy
    touch "$toy/pom.xml"
    rm "$toy"/target/nn-*.jsa
    make_read_only "$toy"
    expect 0 "${guest[@]}" "${in_toy[@]}" "$toy_nn" eval
    java_got -jar "$toy/target/nn.jar" eval
    is '' "$(cat "$err")"
    has_built 0
}

# Java takes a directory "?" for the home of such a user.
a_user_who_is_in_no_list_builds() {
    [ "$(id -u)" -eq 0 ] || skip "only root is another user"
    make_toy
    # shellcheck disable=SC2016 # Maven's variable
    make_maven 'echo "$JDK_JAVA_OPTIONS" >options; mkdir -p target/lib && echo "a jar" >target/nn.jar'
    chmod -R a+rwX "$toy" "$toy_jdk" "$toy_mvn" "$toy_bin"
    mkdir -m 777 "$scratch/a home"
    HOME="$scratch/a home" expect 0 "${guest[@]}" env JAVA_HOME="$toy_jdk" PATH="$toy_bin:$PATH" "$toy_nn" --version
    is "\"-Duser.home=$scratch/a home\" " "$(cat "$toy/options")"
    rm -r "$toy/target"
    HOME=/ expect 0 "${guest[@]}" env JAVA_HOME="$toy_jdk" PATH="$toy_bin:$PATH" "$toy_nn" --version
    is "\"-Duser.home=$toy/target\" " "$(cat "$toy/options")"
}

what_is_not_built_and_cannot_be_is_refused() {
    make_toy
    make_read_only "$toy"
    expect 7 "${guest[@]}" "${in_toy[@]}" "$toy_nn" --version
    refuses "$toy: not built yet, and not writable; build it as its owner"
    has_built 0
    # Nor is half a build one.
    make_toy
    make_maven 'echo "half a jar" >target/nn.jar; exit 1'
    start_toy 7 --version
    make_read_only "$toy"
    expect 7 "${guest[@]}" "${in_toy[@]}" "$toy_nn" --version
    refuses "$toy: not built yet, and not writable; build it as its owner"
}

# As after sudo, or in a container on a directory of the host.
a_build_by_root_belongs_to_the_owner() {
    [ "$(id -u)" -eq 0 ] || skip "only root builds for others"
    make_toy
    chown -R 54321:54321 "$toy"
    start_toy 0 --version
    is '' "$(find "$toy/target" ! -user 54321)"
}

newer_sources_with_the_build_of_another_user_are_refused() {
    [ "$(id -u)" -eq 0 ] || skip "only root makes files of others"
    make_built_toy
    chmod -R a+rwX "$toy_jdk" "$toy_mvn" "$scratch/home"
    chown -R 54321 "$toy"
    chown -R 0 "$toy/target"
    expect 0 "${guest[@]}" "${in_toy[@]}" "$toy_nn" --version
    touch "$toy/pom.xml"
    expect 7 "${guest[@]}" "${in_toy[@]}" "$toy_nn" --version
    refuses "$toy/target: belongs to another user, so the newer sources cannot be built; sudo chown "
}

# make_read_only PROJECT: for the guest, too, who may still note what is called in the toy.
make_read_only() {
    chmod -R a-w "$1"
    chmod -R a+rwX "$toy_jdk" "$toy_mvn" "$scratch/home"
}
