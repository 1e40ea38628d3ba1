# `./jiga test`: runs every test. Its last line and its exit code are what CI believes.

# Where tests have their temporary files in this run: nothing else is there, so that what is left is theirs.
readonly TEST_TMP=$WORK/test-tmp

in_ci() {
    case ${CI:-} in
        true | 1 | yes) return 0 ;;
        *) return 1 ;;
    esac
}

# What was built for the tests starts at once as a store, too: it is the same, but checked. keep_tested_app SUM
keep_tested_app() {
    local built=$ROOT/apps/all-in-one/target/quarkus-app
    APP=$WORK/app/$1
    # Of this run, and of the sources as they still are.
    if [ ! -f "$APP/quarkus-run.jar" ] && [ "$built/quarkus-run.jar" -nt "$WORK/test.began" ] && [ "$(app_sum)" = "$1" ]; then
        keep_app "$built"
        in_ci || ensure_startup_cache
    fi
}

cmd_test() {
    local fast=false all=false rounds='' only='' sdk='' log=$WORK/test.log began=$SECONDS status=0
    local goal=verify selection=() properties=(-Dtest.tmp="$TEST_TMP") format_selection=() tests failures errors skipped passed failed sum
    while [ "$#" -gt 0 ]; do
        case $1 in
            --fast) fast=true && shift ;;
            --all) all=true && shift ;;
            --faults | --only)
                value_of "$@"
                if [ "$1" = --faults ]; then rounds=$VALUE; else only=$VALUE; fi
                shift 2
                ;;
            --faults=*) rounds=${1#*=} && shift ;;
            --only=*) only=${1#*=} && shift ;;
            *) die "test does not know '$1'. See: ./jiga help" 2 ;;
        esac
    done
    case $rounds in *[!0-9]*) die "--faults takes a number of rounds, not '$rounds'." 2 ;; esac
    only=${only%/}
    if [ "$fast" = true ] && [ "$all" = true ]; then
        die "test takes --fast or --all, not both." 2
    fi
    case $only in sdk/* | web) [ ! -x "$ROOT/$only/verify" ] || sdk=${only#sdk/} ;; esac
    [ -z "$only" ] || [ -n "$sdk" ] || [ -f "$ROOT/$only/pom.xml" ] ||
        die "there is no module '$only' (such as qa/e2e, sdk/javascript or web)." 2
    find_java
    mkdir -p "$WORK"
    : >"$log"
    # What an earlier run found or left must not count in this one.
    reports -exec rm -f {} +
    rm -rf "$TEST_TMP"
    mkdir -p "$TEST_TMP"
    CHECKS_FAILED=0
    SDK_PASSED=0
    SDK_FAILED=0
    SDK_SKIPPED=0
    if [ -n "$sdk" ]; then
        ensure_app
        check_sdks "$APP" "$([ "$all" = false ] || printf all)" "$sdk"
        check_leftovers
        say "$SDK_PASSED passed, $((SDK_FAILED + CHECKS_FAILED)) failed"
        [ $((SDK_FAILED + CHECKS_FAILED)) -eq 0 ]
        return
    fi
    sum=$(app_sum)
    touch "$WORK/test.began"
    [ -z "$rounds" ] || properties+=("-Djiga.faults.rounds=$rounds")
    # Each long run waits for this property: in a test, or as a profile of a POM.
    [ "$all" = false ] || properties+=(-Djiga.long=true)

    [ -z "$only" ] || format_selection=(-pl "$only")
    check_format ${format_selection[@]+"${format_selection[@]}"}
    check_scripts

    if [ -n "$only" ]; then
        say "What $only stands on"
        selection=(-pl "$only")
        local stands_on=$only
        # These start the packaged app, wherever they find it.
        case $only in qa/e2e | qa/faults) stands_on=$only,apps/all-in-one ;; esac
        maven "$log" -DskipTests -pl "$stands_on" -am install || status=$?
    elif [ "$fast" = true ]; then
        goal='test'
        selection=(-pl '!qa/architecture,!qa/e2e,!qa/faults')
    fi
    if [ "$status" -eq 0 ]; then
        say "Tests"
        maven "$log" -fae -T2 ${selection[@]+"${selection[@]}"} ${properties[@]+"${properties[@]}"} "$goal" || status=$?
    fi
    keep_tested_app "$sum"
    if [ -z "$only" ] && [ "$fast" = false ] && [ -f "$ROOT/apps/all-in-one/target/quarkus-app/quarkus-run.jar" ]; then
        say "SDKs and the web app"
        check_sdks "$ROOT/apps/all-in-one/target/quarkus-app" "$([ "$all" = false ] || printf all)"
    fi
    check_leftovers

    read -r tests failures errors skipped < <(sum_reports)
    failed=$((failures + errors))
    passed=$((tests - failed - skipped))
    if [ "$failed" -gt 0 ] || { in_ci && [ "$skipped" -gt 0 ]; }; then
        say
        print_failed_tests
    fi
    if [ "$status" -ne 0 ]; then
        # What no report tells of is one failure more, so that the last line never says 0 failed when it is not so.
        if [ "$failed" -eq 0 ] || broke_otherwise "$log"; then
            errors_in "$log"
            check_failed "the build; all of it is in $log"
        fi
        sed -n 's/^\[INFO\] \(JIGA Store.*\) \.* SKIPPED.*/  not run: \1/p' "$log"
    elif [ "$tests" -eq 0 ] && { [ -z "$only" ] || [ -d "$ROOT/$only/src/test/java" ]; }; then
        check_failed "no test was run."
    fi
    failed=$((failed + CHECKS_FAILED + SDK_FAILED))
    passed=$((passed + SDK_PASSED))
    skipped=$((skipped + SDK_SKIPPED))
    say
    say "Took $((SECONDS - began)) s; all of it is in $log"
    if in_ci; then
        failed=$((failed + skipped))
        say "$passed passed, $failed failed"
    elif [ "$skipped" -gt 0 ]; then
        say "$passed passed, $failed failed, $skipped skipped"
    else
        say "$passed passed, $failed failed"
    fi
    [ "$failed" -eq 0 ] && [ "$status" -eq 0 ]
}
