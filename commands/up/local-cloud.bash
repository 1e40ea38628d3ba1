# `--engines cloud`: the engines of a cloud on this machine.

# Starts the emulators and Redis, which end when this process does, and exports what the store needs to use them.
start_local_cloud() {
    local log=$WORK/local-cloud.log file=$WORK/local-cloud.$$ line i
    ensure_jar local-cloud support/emulators
    say "Starting the Firestore and Pub/Sub emulators and Redis; what they hold is gone when the store stops."
    rm -f "$file"
    # The interrupt that ends the store must not take its engines away before it has ended.
    (
        trap '' INT TERM
        exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -jar "$JAR" "$file" $$ >"$log" 2>&1 </dev/null
    ) &
    for ((i = 0; i < 900; i++)); do
        [ ! -f "$file" ] || break
        kill -0 $! 2>/dev/null || break
        sleep 0.1
    done
    if [ ! -f "$file" ]; then
        cat "$log" >&2
        die "the engines for local work did not start." 78
    fi
    while IFS= read -r line; do
        export "${line?}"
    done <"$file"
    rm -f "$file"
}
