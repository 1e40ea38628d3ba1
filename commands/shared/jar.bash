# Apps that are one jar: the demo, the engines for local work.

# Builds an app that is one jar when its sources have changed, and sets JAR to it. ensure_jar APP FOLDERS...
ensure_jar() {
    local app=$1 mark=$ROOT/apps/$1/target/jiga-$1.sum sum
    shift
    JAR=$ROOT/apps/$app/target/jiga-$app.jar
    sum=$(checksum_of pom.xml .mvn "apps/$app" "$@")
    if [ ! -f "$JAR" ] || [ "$(cat "$mark" 2>/dev/null || true)" != "$sum" ]; then
        say "Building the $app."
        mkdir -p "$WORK"
        : >"$WORK/build.log"
        if ! maven "$WORK/build.log" -Dmaven.test.skip=true -pl "apps/$app" -am package; then
            errors_in "$WORK/build.log"
            die "the build failed; all of it is in $WORK/build.log"
        fi
        printf '%s\n' "$sum" >"$mark"
    fi
}
