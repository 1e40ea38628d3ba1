# A store of its own for what is tried or measured from outside.

STORE=''
readonly STORE_OPERATOR=operator@sdk.example
readonly STORE_PASSWORD='a passphrase for operators'

# Starts it, and sets STORE to its process and STORE_URL to its address; to nothing when it does not start.
# start_store APP DATA LOG
start_store() {
    local i
    mkdir -p "$2/tmp"
    # Read below, maybe before the process has opened it.
    : >"$3"
    JIGA_WEB=$WEB JIGA_DATA=$2/store JIGA_PORT=0 JIGA_PAYMENTS=sandbox JIGA_RATE_LIMIT_USER=0 JIGA_RATE_LIMIT_ANONYMOUS=0 \
        JIGA_ADMIN_EMAIL=$STORE_OPERATOR JIGA_ADMIN_PASSWORD=$STORE_PASSWORD \
        "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" "-Djava.io.tmpdir=$2/tmp" -jar "$1/quarkus-run.jar" >"$3" 2>&1 </dev/null &
    STORE=$!
    STORE_URL=''
    for ((i = 0; i < 1200; i++)); do
        STORE_URL=$(sed -n 's/.*JIGA Store is ready: \([^ ]*\) .*/\1/p' "$3")
        if [ -n "$STORE_URL" ] || ! kill -0 "$STORE" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
}

stop_store() {
    [ -n "$STORE" ] || return 0
    kill "$STORE" 2>/dev/null || true
    wait "$STORE" 2>/dev/null || true
}
