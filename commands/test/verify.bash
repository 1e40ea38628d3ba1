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

# Runs each `verify` against one store, two at a time, and adds what they count to SDK_PASSED, SDK_FAILED and
# SDK_SKIPPED. check_sdks APP_FOLDER all|"" [NAME]
check_sdks() {
    local app=$1 option='' script scripts=() lane data=$TEST_TMP/sdk-store log=$WORK/sdk-store.log
    [ "$2" != all ] || option=--all
    # Told in this order.
    for script in "$ROOT"/sdk/*/verify "$ROOT/web/verify"; do
        if [ -x "$script" ] && { [ -z "${3:-}" ] || [ "$3" = "$(name_of "$script")" ]; }; then
            scripts+=("$script")
        fi
    done
    fetch_sdk_tools
    ensure_web
    LANES=()
    trap 'end_verifying; exit 130' INT TERM HUP
    start_store "$app" "$data" "$log"
    if [ -z "$STORE_URL" ]; then
        check_failed "the store for the SDKs did not start; see $log"
    else
        rm -rf "$WORK/verify"
        mkdir -p "$WORK/verify"
        for script in "${scripts[@]}"; do
            : >"$WORK/sdk-$(name_of "$script").log"
            # Of its own, which tells what is left there apart.
            mkdir -p "$TEST_TMP/$(name_of "$script")"
        done
        # A process group each, so that all that was started in a lane can be ended with it.
        set -m
        for lane in 1 2; do
            verify_in_turn "$option" "${scripts[@]}" &
            LANES+=($!)
        done
        set +m
        for lane in "${LANES[@]}"; do wait "$lane" || true; done
        for script in "${scripts[@]}"; do
            tell_verified "$(name_of "$script")"
            check_left_by "$(name_of "$script")"
        done
    fi
    LANES=()
    end_verifying
    trap - INT TERM HUP
    rm -rf "$data"
}

name_of() { basename "$(dirname "$1")"; }

# Runs what no other lane has taken yet. The web app, which takes longest, comes first.
# verify_in_turn OPTION SCRIPTS...
verify_in_turn() {
    local option=$1 i
    shift
    for ((i = $#; i > 0; i--)); do
        # Of two that make the same folder, one succeeds.
        mkdir "$WORK/verify/$(name_of "${!i}")" 2>/dev/null || continue
        verify_one "${!i}" "$option"
    done
}

# Notes how it ended, and after how many seconds. verify_one SCRIPT OPTION
verify_one() {
    local name began=$SECONDS status=0
    name=$(name_of "$1")
    JIGA_URL=$STORE_URL JIGA_ADMIN_EMAIL=$STORE_OPERATOR JIGA_ADMIN_PASSWORD=$STORE_PASSWORD TMPDIR=$TEST_TMP/$name \
        "$1" ${2:+"$2"} >"$WORK/sdk-$name.log" 2>&1 </dev/null || status=$?
    say "$status $((SECONDS - began))" >"$WORK/verify/$name/ended"
}

# Says how one ended, and counts it. tell_verified NAME
tell_verified() {
    local name=$1 log=$WORK/sdk-$1.log status=1 seconds=0 counted
    read -r status seconds 2>/dev/null <"$WORK/verify/$name/ended" || true
    counted=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$log" | tail -1)
    if [ "$status" -eq 69 ] && ! in_ci; then
        # What it needs is not there: its own words say what, and how to get it.
        SDK_SKIPPED=$((SDK_SKIPPED + 1))
        say "  $name: not verified. $(grep '^verify: ' "$log" | tail -1 | cut -d ' ' -f 2-)"
        return 0
    fi
    if [ -z "$counted" ]; then
        check_failed "$name could not be verified: $(tail -1 "$log" | cut -c 1-300). See $log"
        return 0
    fi
    SDK_PASSED=$((SDK_PASSED + ${counted% *}))
    SDK_FAILED=$((SDK_FAILED + ${counted#* }))
    say "  $name: ${counted% *} passed, ${counted#* } failed ($seconds s)"
    if [ "${counted#* }" -gt 0 ]; then
        grep -A 100 '^FAILED' "$log" | head -200 >&2 || true
    elif [ "$status" -ne 0 ]; then
        check_failed "$name ended with $status; see $log"
    fi
}

# What tools keep for their next run is no leftover. check_left_by NAME
check_left_by() {
    local left
    left=$(find "$TEST_TMP/$1" -mindepth 1 -maxdepth 1 ! -name 'tsx-*' ! -name 'pytest-of-*' | head -20)
    if [ -n "$left" ]; then
        complain "$left"
        check_failed "$1 left these temporary files: delete each where it is made."
    fi
    rm -rf "${TEST_TMP:?}/$1"
}

# Ends what is still running of all this.
end_verifying() {
    local lane
    for lane in ${LANES[@]+"${LANES[@]}"}; do kill -TERM -- "-$lane" 2>/dev/null || true; done
    stop_store
}
