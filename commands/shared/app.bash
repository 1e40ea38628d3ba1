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
    remove_old_apps
    mkdir -p "$WORK/app"
    rm -rf "$APP.$$"
    cp -Rp "$1" "$APP.$$"
    # Another jiga may have built the same at the same time: one of the two copies is enough.
    mv "$APP.$$" "$APP" 2>/dev/null || true
    rm -rf "$APP.$$"
}

# Removes earlier copies of the app that no process runs from: each notes its process in `users`.
remove_old_apps() {
    local old user
    for old in "$WORK"/app/*; do
        [ -d "$old" ] || continue
        for user in "$old"/users/*; do
            # A process of another user's cannot be signalled, but has a folder in /proc.
            if kill -0 "${user##*/}" 2>/dev/null || [ -d "/proc/${user##*/}" ]; then
                continue 2
            fi
        done
        rm -rf "$old"
    done
}

# Becomes the app. app ARGUMENTS...
app() {
    local options=()
    # Its process number is this script's own. A folder that cannot be written is no reason not to start.
    { mkdir -p "$APP/users" && : >"$APP/users/$$"; } 2>/dev/null || true
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
