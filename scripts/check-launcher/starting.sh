# How the launcher finds the project and Java, and starts the program.
# shellcheck shell=bash
# shellcheck disable=SC2317 # the claims are called by name

starting=(
    it_is_found_through_links_and_from_everywhere
    every_posix_shell_runs_it
    arguments_arrive_as_they_were_given
    java_options_come_last_and_are_split_at_blanks
    options_in_a_file_choose_the_collector_and_the_heap
    the_exit_code_is_that_of_the_program
    the_program_takes_the_place_of_the_launcher
    thread_pools_below_the_workers_are_off
    java_is_found_on_the_path
    java_home_may_be_relative
    a_java_older_than_17_is_refused
    java_17_and_newer_are_taken
    a_wrong_JAVA_HOME_is_refused
    without_java_it_says_what_to_install
    a_deleted_current_directory_is_refused
    a_closed_standard_input_is_an_empty_one
    what_java_itself_writes_is_no_result
    a_closed_standard_output_fails_as_such
    messages_of_the_system_are_english
    the_language_is_that_of_the_environment
    directories_that_java_cannot_read_from_are_refused
    each_script_has_help_and_refuses_what_it_does_not_know
)

it_is_found_through_links_and_from_everywhere() {
    make_built_toy
    local links="$scratch/links of toy" way
    mkdir -p "$links/bin"
    ln -s "$toy_nn" "$links/absolute"
    ln -s ../absolute "$links/bin/nn"
    ln -s "$toy" "$links/project"
    for way in "$links/absolute" "$links/bin/nn" "$links/project/scripts/nn" "../toy/scripts/nn" "../links of toy/bin/nn"; do
        expect 0 "${in_toy[@]}" "$way" inspect
        java_got -jar "$toy/target/nn.jar" inspect
    done
    # By its name, on the PATH and as a script of the current directory.
    expect 0 "${in_toy[@]}" env PATH="$links/bin:$toy_bin:$PATH" nn inspect
    java_got -jar "$toy/target/nn.jar" inspect
    (cd "$toy/scripts" && "${in_toy[@]}" sh nn eval)
    java_got -jar "$toy/target/nn.jar" eval
    has_built 0
}

every_posix_shell_runs_it() {
    local -a shell
    while read -ra shell; do
        command -v "${shell[0]}" >/dev/null || continue
        make_toy
        expect 0 "${in_toy[@]}" "${shell[@]}" "$toy_nn" train 'a b' '*'
        java_got -jar "$toy/target/nn.jar" train 'a b' '*'
        has_built 1
    done <<'SHELLS'
sh
dash
bash --posix
busybox sh
ksh
mksh
yash
zsh --emulate sh
SHELLS
}

arguments_arrive_as_they_were_given() {
    make_built_toy
    touch "$empty/file"
    # shellcheck disable=SC2016 # nothing is to be expanded
    local -a given=('' 'two  blanks' ' ' "it's" '"quoted"' '$HOME' '${HOME}' '`id`' '$(id)' '*' '?ile' 'ä ß 七' 'back\slash\n'
        '-Dx=y' --option=a\ b @file $'new\nline' $'tab\t' '!' '~' '#' ';' '&' '|' '')
    start_toy 0 predict "${given[@]}"
    rm "$empty/file"
    java_got -jar "$toy/target/nn.jar" predict "${given[@]}"
}

java_options_come_last_and_are_split_at_blanks() {
    make_built_toy
    touch -- "$empty/-Dfile"
    NN_JAVA_OPTS='-Xmx1g  -D* -Dnn.home=elsewhere' start_toy 0 train
    rm -- "$empty/-Dfile"
    java_got -Xmx1g '-D*' -Dnn.home=elsewhere -jar "$toy/target/nn.jar" train
}

# What stands in a file of options, the launcher does not know.
options_in_a_file_choose_the_collector_and_the_heap() {
    make_built_toy
    local option
    for option in JDK_JAVA_OPTIONS=@file JAVA_TOOL_OPTIONS=-XX:VMOptionsFile=file _JAVA_OPTIONS=-XX:+AggressiveHeap; do
        expect 0 "${in_toy[@]}" "$option" "$toy_nn" train
        ! grep -Eqzx -e '-XX:\+UseSerialGC|-Xms.*' "$toy_java/arguments" || complain "a choice of its own beside $option"
    done
    start_toy 0 train
    is 2 "$(grep -Ezx -e '-XX:\+UseSerialGC|-Xms.*' "$toy_java/arguments" | tr -cd '\0' | wc -c)"
}

the_exit_code_is_that_of_the_program() {
    make_built_toy
    local code
    for code in 0 1 6 143; do
        TOY_EXIT=$code start_toy "$code" eval
    done
}

# What is sent to the launcher's process must reach the program.
the_program_takes_the_place_of_the_launcher() {
    make_built_toy
    begin "${in_toy[@]}" "$toy_nn" train
    ends 0 "$pid"
    is "$pid" "$(cat "$toy_java/pid")"
}

thread_pools_below_the_workers_are_off() {
    make_built_toy
    OMP_NUM_THREADS=8 OPENBLAS_NUM_THREADS=8 ONEDNN_VERBOSE=1 DNNL_VERBOSE=1 start_toy 0 train
    is 1 "$(toy_variable OMP_NUM_THREADS)"
    is 1 "$(toy_variable OPENBLAS_NUM_THREADS)"
    is '' "$(toy_variable ONEDNN_VERBOSE)$(toy_variable DNNL_VERBOSE)"
}

java_is_found_on_the_path() {
    make_built_toy
    ln -s "$toy_jdk/bin/java" "$toy_bin/java"
    expect 0 "${in_toy[@]}" env -u JAVA_HOME "$toy_nn" train
    java_got -jar "$toy/target/nn.jar" train
    java_ran run
}

java_home_may_be_relative() {
    make_toy
    ln -sfn "$toy_jdk" "$empty/jdk"
    expect 0 "${in_toy[@]}" env JAVA_HOME=jdk "$toy_nn" train
    rm "$empty/jdk"
    says "$toy_mvn" "^JAVA_HOME=/.*/jdk,"
}

a_java_older_than_17_is_refused() {
    make_built_toy
    local version
    for version in 16.0.2 11.0.21 9 1.8.0_402; do
        make_jdk "$toy_jdk" "$version"
        start_toy 7 --version
        refuses "$toy_jdk: Java $version is too old, 17 or newer is needed; .*JAVA_HOME"
        # On the PATH, too.
        ln -sf "$toy_jdk/bin/java" "$toy_bin/java"
        expect 7 "${in_toy[@]}" env -u JAVA_HOME "$toy_nn" --version
        refuses "$toy_jdk: Java $version is too old"
    done
    java_ran ''
}

java_17_and_newer_are_taken() {
    make_built_toy
    local version
    for version in 17 17.0.15 21.0.1 25-ea 100.1; do
        make_jdk "$toy_jdk" "$version"
        start_toy 0 --version
        java_got -jar "$toy/target/nn.jar" --version
    done
}

a_wrong_JAVA_HOME_is_refused() {
    make_built_toy
    expect 7 "${in_toy[@]}" env JAVA_HOME="$scratch/no jdk" "$toy_nn" --version
    refuses "JAVA_HOME=$scratch/no jdk: no bin/java there; "
}

without_java_it_says_what_to_install() {
    make_toy
    expect 7 "${in_toy[@]}" env -u JAVA_HOME "PATH=$toy_bin:$(tools_without java javac)" "$toy_nn" --version
    refuses 'no java found; .*install.* '
}

a_deleted_current_directory_is_refused() {
    make_built_toy
    mkdir "$empty/gone"
    # shellcheck disable=SC2016 # the inner shell's variable
    expect 7 "${in_toy[@]}" sh -c 'cd gone && rmdir ../gone && exec "$0" inspect' "$toy_nn"
    says "$err" '^nn: the current directory does not exist any more; change to another one$'
    java_ran ''
}

# Otherwise the first file that the JVM opens would be its standard input.
a_closed_standard_input_is_an_empty_one() {
    make_built_toy
    # shellcheck disable=SC2016 # the inner shell's variable
    expect 0 "${in_toy[@]}" sh -c '"$0" predict - <&-' "$toy_nn"
    is open "$(cat "$toy_java/stdin")"
}

# A JVM that crashes says so on standard output, and may be asked for JSON.
what_java_itself_writes_is_no_result() {
    make_built_toy
    TOY_LAST_WORDS='# A fatal error has been detected' TOY_RESULT='{}' start_toy 0 inspect --json
    is '{}' "$(cat "$out")"
    is '# A fatal error has been detected' "$(cat "$err")"
}

a_closed_standard_output_fails_as_such() {
    make_built_toy
    # shellcheck disable=SC2016 # the inner shell's variable
    TOY_RESULT='{}' expect 0 "${in_toy[@]}" sh -c '"$0" inspect >&-' "$toy_nn"
    says "$err" 'write error|echo: '
    is '' "$(cat "$out")"
    # shellcheck disable=SC2016
    TOY_RESULT='{}' expect 0 "${in_toy[@]}" sh -c '"$0" inspect 2>&-' "$toy_nn"
    is '{}' "$(cat "$out")"
}

# The program knows a full disk by the system's message, and gettext translates even in C.UTF-8.
messages_of_the_system_are_english() {
    make_built_toy
    LANGUAGE=de_DE:de start_toy 0 inspect
    is '' "$(toy_variable LANGUAGE)"
    # An encoding stays where its locale is installed.
    local locales=$scratch/locales
    mkdir -p "$locales"
    localedef -i de_DE -f ISO-8859-1 "$locales/de_DE.iso88591" 2>"$err" || skip "no sources of locales here"
    LOCPATH=$locales LC_ALL=de_DE.ISO-8859-1 start_toy 0 inspect
    is '' "$(toy_variable LC_ALL)"
    is de_DE.ISO-8859-1 "$(toy_variable LC_CTYPE)"
    is C "$(toy_variable LC_MESSAGES)"
}

# Whatever becomes of the variables that say it.
the_language_is_that_of_the_environment() {
    make_built_toy
    local variables
    for variables in 'LANG=zh_CN.UTF-8' 'LANG=de_DE.UTF-8 LC_MESSAGES=zh_CN.UTF-8' 'LC_ALL=zh_TW LANG=en_US.UTF-8'; do
        # shellcheck disable=SC2086 # several
        expect 0 "${in_toy[@]}" $variables "$toy_nn" lesson
        grep -Eqzx -e '-Dnn.language=zh_.*' "$toy_java/arguments" || complain "with $variables"
    done
}

each_script_has_help_and_refuses_what_it_does_not_know() {
    local script
    for script in "$scripts"/*.sh "$scripts/spark/check.sh" "$scripts/spark/nn-spark" "$scripts/picture-steps.py"; do
        case ${script##*/} in arguments.sh | bench-memory.sh) continue ;; esac # is sourced; passes its arguments on to nn
        case $script in *.py) script="python3 $script" ;; esac
        # shellcheck disable=SC2086 # two words
        expect 0 $script --help
        says "$out" '[a-z]'
        # shellcheck disable=SC2086
        expect 2 $script --nonsense
        is '' "$(cat "$out")"
        ! grep -q Traceback "$err" || complain "a traceback of $script"
    done
    expect 2 "$scripts/torture.sh" kills
    says "$err" "^torture.sh: there is no sweep 'kills'; there are: "
    expect 2 "$scripts/bench-train.sh" many
    says "$err" "^bench-train.sh: ROUNDS is 'many'; "
    expect 0 "$scripts/bench-memory.sh" --help
}

directories_that_java_cannot_read_from_are_refused() {
    make_built_toy
    local name
    for name in 'a:b' 'a!'; do
        rm -rf "${scratch:?}/$name"
        cp -a "$toy" "$scratch/$name"
        expect 7 "${in_toy[@]}" "$scratch/$name/scripts/nn" --version
        refuses "$scratch/$name: "
    done
    java_ran ''
}
