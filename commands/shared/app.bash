# The packaged store: built, kept, run.

# A checksum of what the app is built from.
app_sum() { checksum_of pom.xml .mvn services support apps/all-in-one; }

# Sets APP to the folder of the packaged app, and builds it when its sources have changed since. It is run from a copy
# of its own for every state of the sources, so that a build or a test run never pulls the jars from under a running
# store.
ensure_app() {
    local log=$WORK/build.log folder=target/up
    APP=$WORK/app/$(app_sum)
    [ ! -f "$APP/quarkus-run.jar" ] || return 0
    say "Building JIGA Store (the first time takes some minutes: Maven fetches what it needs)."
    mkdir -p "$WORK"
    : >"$log"
    # In a folder of its own: what was compiled here has not been checked, and a test run must not take it for that.
    if ! maven "$log" -Dmaven.test.skip=true -Djiga.unchecked -Dbuild.folder="$folder" -pl apps/all-in-one -am package; then
        errors_in "$log"
        die "the build failed; all of it is in $log"
    fi
    [ -f "$ROOT/apps/all-in-one/$folder/quarkus-app/quarkus-run.jar" ] ||
        die "the build ended without apps/all-in-one/$folder/quarkus-app; see $log"
    keep_app "$ROOT/apps/all-in-one/$folder/quarkus-app"
}

# Copies a packaged app to APP.
keep_app() {
    remove_unused_builds "$WORK/app"
    mkdir -p "$WORK/app"
    rm -rf "$APP.$$"
    cp -Rp "$1" "$APP.$$"
    use_build "$APP.$$"
    name_build "$APP.$$" "$APP"
}

# Exports the names of what `up` chooses by itself, because nobody has: whoever asks the store what chose it is told so.
# Before anything of it is exported.
name_own_choices() {
    local name
    export JIGA_CHOSEN_BY_UP=''
    for name in JIGA_PORT JIGA_SEED JIGA_PAYMENTS JIGA_WEB; do
        [ -n "${!name:-}" ] || JIGA_CHOSEN_BY_UP="$JIGA_CHOSEN_BY_UP $name"
    done
}

# Becomes the app. app ARGUMENTS...
app() {
    local options=()
    use_build "$APP"
    if [ -s "$APP/startup.aot" ]; then
        # The JVM goes on without a cache that does not fit, and need not talk about it.
        options=("-XX:AOTCache=$APP/startup.aot" -Xlog:aot=off -Xlog:cds=off)
    fi
    # Libraries unpack native code there, which a killed process cannot take away: it goes with this copy of the app.
    if mkdir -p "$APP/tmp" 2>/dev/null && [ -w "$APP/tmp" ]; then
        options+=("-Djava.io.tmpdir=$APP/tmp")
    fi
    # shellcheck disable=SC2086 # JIGA_JAVA_OPTS holds several words
    exec "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" ${options[@]+"${options[@]}"} ${JIGA_JAVA_OPTS:-} \
        -jar "$APP/quarkus-run.jar" "$@"
}
