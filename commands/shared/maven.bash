# Maven, and what a person wants to know of it.

# Runs Maven in the checkout, writes all it says to the log, and shows what a person wants to know of it. A signal to
# this script ends Maven too, which a plain pipe would leave behind.
# maven LOG ARGUMENTS...
maven() {
    local log=$1 pipe=$WORK/maven.$$ build reader status=0
    shift
    mkdir -p "$WORK"
    rm -f "$pipe"
    mkfifo "$pipe"
    tee -a "$log" <"$pipe" | progress &
    reader=$!
    (cd "$ROOT" && exec ./mvnw -B "$@") </dev/null >"$pipe" 2>&1 &
    build=$!
    # shellcheck disable=SC2064 # the process of now
    trap "kill $build 2>/dev/null; rm -f '$pipe'; exit 130" INT TERM
    wait "$build" || status=$?
    wait "$reader" || true
    trap - INT TERM
    rm -f "$pipe"
    return "$status"
}

# Reads Maven's output and prints a line a module, how many tests ran so far, what failed, and a sign of life every 20
# seconds. Modules are built two at a time, so that what stands between two of these lines may be of either.
progress() {
    local line module='' fetched=0 tests=0 sum run started=$SECONDS quiet=() status
    # Bash 3.2 cannot tell a timeout from the end of its input.
    if [ "${BASH_VERSINFO[0]}" -ge 4 ]; then
        quiet=(-t 20)
    fi
    while true; do
        status=0
        IFS= read -r ${quiet[@]+"${quiet[@]}"} line || status=$?
        if [ "$status" -gt 128 ]; then
            say "          ... $((SECONDS - started)) s"
            continue
        fi
        [ "$status" -eq 0 ] || break
        case $line in
            '[INFO] Building JIGA Store'*'['*'/'*']')
                module=${line#*Building JIGA Store}
                module=${module# :: }
                module=${module%% [0-9]*}
                [ "$tests" = 0 ] && sum='' || sum="  ($tests tests after $((SECONDS - started)) s)"
                printf '  %7s %s\n' "$(printf %s "${line##*\[}" | tr -d ']')" "${module:-parent}$sum"
                ;;
            *'Downloaded from '*)
                fetched=$((fetched + 1))
                [ $((fetched % 200)) -ne 0 ] || say "          $fetched files fetched"
                ;;
            '[ERROR] Tests run: '*' <<< '*' -- in '*) say "          FAILED: ${line##* -- in }" ;;
            *'Tests run: '*', Time elapsed: '*' s -- in '*) slow_class "$line" ;;
            *'] Tests run: '*', Skipped: '*)
                run=${line#*Tests run: }
                tests=$((tests + ${run%%,*}))
                ;;
            '[ERROR] COMPILATION ERROR'*) say "          does not compile" ;;
        esac
    done
}

# Names a test class that took longer than 5 seconds.
slow_class() {
    local seconds=${1##*Time elapsed: }
    seconds=${seconds%% s -- in *}
    [ "${seconds%%.*}" -lt 5 ] || say "          ${1##* -- in }: $seconds s"
}

# Prints what went wrong in a log, without the noise around it.
errors_in() {
    grep -E '^\[ERROR\]' "$1" | grep -vE 'Help 1|^\[ERROR\] *$|re-run Maven|full stack trace|more information|^\[ERROR\] [[:space:]]+at ' |
        awk '!seen[$0]++' | head -40 >&2 || true
}
