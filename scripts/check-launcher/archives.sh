# The archives of classes that the launcher makes of each build, so that a start takes half of the time.
# shellcheck shell=bash
# shellcheck disable=SC2317 # the claims are called by name

archives=(
    each_jdk_has_an_archive_of_its_own
    a_moved_project_gets_a_new_archive
    a_new_build_removes_the_archives_of_the_old_one
    a_failed_archive_is_not_tried_again
    an_archive_that_was_cut_short_is_made_again
)

each_jdk_has_an_archive_of_its_own() {
    make_built_toy
    make_jdk "$toy_jdk" 21.0.1
    start_toy 0 --version
    java_ran classes archive run
    grep -qzx -e "-XX:SharedArchiveFile=$toy/target/nn-21.0.1+1-toy.jsa" "$toy_java/arguments"
    make_jdk "$toy_jdk" 17.0.2
    : >"$toy_java/log"
    start_toy 0 --version
    java_ran run
    is 2 "$(compgen -G "$toy/target/nn-*.jsa" | wc -l)"
    has_built 0
}

# It holds the paths of the jars.
a_moved_project_gets_a_new_archive() {
    make_built_toy
    rm -rf "$toy.moved"
    mv "$toy" "$toy.moved"
    expect 0 "${in_toy[@]}" "$toy.moved/scripts/nn" eval
    java_ran classes archive run
    java_got -jar "$toy.moved/target/nn.jar" eval
    has_built 0
    : >"$toy_java/log"
    expect 0 "${in_toy[@]}" "$toy.moved/scripts/nn" eval
    java_ran run
}

a_new_build_removes_the_archives_of_the_old_one() {
    make_built_toy
    touch -d '1 hour ago' "$toy/target/nn-21.0.1+1-toy.jsa" # of another JDK
    touch "$toy/pom.xml"
    start_toy 0 --version
    java_ran classes archive run
    is "$toy/target/nn-17.0.2+1-toy.jsa" "$(compgen -G "$toy/target/nn-*.jsa")"
}

# The program starts at once all the same, and without an archive.
a_failed_archive_is_not_tried_again() {
    make_built_toy
    rm "$toy"/target/nn-*.jsa
    TOY_ARCHIVE_EXIT=1 start_toy 0 --version
    says "$err" '^nn: preparing this build for quick starts'
    java_ran classes archive run
    : >"$toy_java/log"
    start_toy 0 --version
    java_ran run
    ! grep -qz SharedArchiveFile "$toy_java/arguments" || complain "an archive that is none"
    leaves_nothing
}

an_archive_that_was_cut_short_is_made_again() {
    make_built_toy
    rm "$toy"/target/nn-*.jsa
    begin "${in_toy[@]}" env TOY_ARCHIVE_SECONDS=100 "$toy_nn" --version
    await 'the archive' grep -q archive "$toy_java/log"
    kill -KILL -- "-$pid"
    await 'its end' has_ended "$pid"
    start_toy 0 --version
    grep -qzx -e "-XX:SharedArchiveFile=$toy/target/nn-17.0.2+1-toy.jsa" "$toy_java/arguments"
    leaves_nothing
}

# No scratch files are left in the build.
leaves_nothing() {
    is $'lib\nnn-17.0.2+1-toy.jsa\nnn-17.0.2+1-toy.jsa.home\nnn.jar' "$(ls -I build.log "$toy/target")"
}
