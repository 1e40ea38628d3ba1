# The SDKs and the web app, each of which has a `verify` of its own.

# What the SDKs' tests need beside a JDK, Node and Python. On a machine of somebody's own it is theirs to install, and
# `verify` says how; in CI nothing may be skipped, so it is fetched where Debian's packages are.
fetch_sdk_tools() {
    local missing=()
    if ! in_ci || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        return 0
    fi
    if ! command -v mcs >/dev/null || ! command -v nunit-console >/dev/null; then
        missing+=(mono-mcs mono-runtime nunit-console libnunit-framework2.6.3-cil libnewtonsoft-json5.0-cil
            libmono-system-net-http4.0-cil)
    fi
    command -v chromium >/dev/null || missing+=(chromium)
    [ "${#missing[@]}" -gt 0 ] || return 0
    say "  fetching ${missing[*]}"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
        >"$WORK/sdk-tools.log" 2>&1 </dev/null || complain "  not all of it could be fetched; see $WORK/sdk-tools.log"
}

# Runs each SDK's own `verify` against one store, and adds what it counts to SDK_PASSED, SDK_FAILED and SDK_SKIPPED.
# check_sdks APP_FOLDER all|"" [NAME]
check_sdks() {
    local app=$1 option='' sdk name log began=$SECONDS status counted url='' i pid data=$TEST_TMP/sdk-store
    [ "$2" != all ] || option=--all
    log=$WORK/sdk-store.log
    fetch_sdk_tools
    ensure_web
    mkdir -p "$data/tmp"
    JIGA_WEB=$WEB JIGA_DATA=$data/store JIGA_PORT=0 JIGA_PAYMENTS=sandbox JIGA_RATE_LIMIT_USER=0 JIGA_RATE_LIMIT_ANONYMOUS=0 \
        JIGA_ADMIN_EMAIL=operator@sdk.example JIGA_ADMIN_PASSWORD='a passphrase for operators' \
        "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" "-Djava.io.tmpdir=$data/tmp" -jar "$app/quarkus-run.jar" \
        >"$log" 2>&1 </dev/null &
    pid=$!
    # shellcheck disable=SC2064 # the process of now
    trap "kill $pid 2>/dev/null; exit 130" INT TERM
    for ((i = 0; i < 1200; i++)); do
        url=$(sed -n 's/.*JIGA Store is ready: \([^ ]*\) .*/\1/p' "$log")
        if [ -n "$url" ] || ! kill -0 "$pid" 2>/dev/null; then
            break
        fi
        sleep 0.1
    done
    if [ -z "$url" ]; then
        kill "$pid" 2>/dev/null || true
        check_failed "the store for the SDKs did not start; see $log"
        return 0
    fi
    for sdk in "$ROOT"/sdk/*/verify "$ROOT/web/verify"; do
        name=$(basename "$(dirname "$sdk")")
        [ -z "${3:-}" ] || [ "$3" = "$name" ] || continue
        log=$WORK/sdk-$name.log
        status=0
        began=$SECONDS
        JIGA_URL=$url JIGA_ADMIN_EMAIL=operator@sdk.example JIGA_ADMIN_PASSWORD='a passphrase for operators' \
            TMPDIR=$data/tmp "$sdk" ${option:+"$option"} >"$log" 2>&1 </dev/null || status=$?
        counted=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$log" | tail -1)
        if [ "$status" -eq 69 ] && ! in_ci; then
            # What it needs is not there: its own words say what, and how to get it.
            SDK_SKIPPED=$((SDK_SKIPPED + 1))
            say "  $name: not verified. $(grep '^verify: ' "$log" | tail -1 | cut -d ' ' -f 2-)"
            continue
        fi
        if [ -z "$counted" ]; then
            check_failed "$name could not be verified: $(tail -1 "$log" | cut -c 1-300). See $log"
            continue
        fi
        SDK_PASSED=$((SDK_PASSED + ${counted% *}))
        SDK_FAILED=$((SDK_FAILED + ${counted#* }))
        say "  $name: ${counted% *} passed, ${counted#* } failed ($((SECONDS - began)) s)"
        if [ "${counted#* }" -gt 0 ]; then
            grep -A 40 '^FAILED' "$log" | head -120 >&2 || true
        elif [ "$status" -ne 0 ]; then
            check_failed "$name ended with $status; see $log"
        fi
    done
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    trap - INT TERM
    rm -rf "$data"
}
