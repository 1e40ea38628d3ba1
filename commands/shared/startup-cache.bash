# What lets the store start fast.

# Makes the JVM's start-up cache (JEP 514) for this app and this JDK by one trial run, once. Without it everything
# works, and starts some seconds later.
ensure_startup_cache() {
    local mark=$APP/startup log=$WORK/startup-cache.log key trial pid i
    case ${JIGA_STARTUP_CACHE:-on} in off | no | false | 0) return 0 ;; esac
    key="$JAVA_HOME $(cksum <"$JAVA_HOME/release" 2>/dev/null || true) ${JVM_FLAGS[*]}"
    [ "$(cat "$mark" 2>/dev/null || true)" != "$key" ] || return 0
    say "Preparing a faster start, once for every build: a trial run ..."
    rm -f "$APP/startup.aot"
    trial=$(mktemp -d "$WORK/trial.XXXXXX")
    JIGA_PORT=0 JIGA_DATA=$trial/data JIGA_SEED=true JIGA_PAYMENTS=sandbox \
        "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" "-XX:AOTCacheOutput=$APP/startup.aot" \
        -jar "$APP/quarkus-run.jar" >"$log" 2>&1 </dev/null &
    pid=$!
    # shellcheck disable=SC2064 # the process and the folder of now
    trap "kill -9 $pid 2>/dev/null; rm -rf '$trial'; exit 130" INT TERM
    for ((i = 0; i < 1200; i++)); do
        if grep -q 'JIGA Store is ready' "$log" || ! kill -0 "$pid" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    say "  ... and the JVM writes down what it learned, which takes up to a minute."
    kill -TERM "$pid" 2>/dev/null || true
    for ((i = 0; i < 900; i++)); do
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    trap - INT TERM
    rm -rf "$trial"
    if ! grep -q 'JIGA Store is ready' "$log" || [ ! -s "$APP/startup.aot" ]; then
        rm -f "$APP/startup.aot"
        say "That did not work (see $log); JIGA Store starts without it."
    fi
    # Written in either case: what failed once is not tried again at every start.
    printf '%s\n' "$key" >"$mark"
}
