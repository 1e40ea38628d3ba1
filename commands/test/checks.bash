# What is checked beside tests.

# Sets CHECKS_FAILED higher by one, and says why.
check_failed() {
    CHECKS_FAILED=$((CHECKS_FAILED + 1))
    complain "  FAILED: $1"
}

check_format() {
    say "Formatting"
    local log=$WORK/format.log
    : >"$log"
    if (cd "$ROOT" && ./mvnw -q -B -ntp -fae spotless:check "$@" </dev/null >"$log" 2>&1); then
        return 0
    fi
    if grep -q 'format violations' "$log"; then
        grep -E '^\[ERROR\] +src/|format violations' "$log" | cut -c 1-200 >&2 || true
        check_failed "the code is not formatted. Run: ./jiga format"
    else
        errors_in "$log"
        check_failed "the formatter did not run; see $log"
    fi
}

check_scripts() {
    say "Scripts"
    local log=$WORK/scripts.log
    if (cd "$ROOT" && ./mvnw -q -B -ntp -N dev.dimlight:shellcheck-maven-plugin:check </dev/null >"$log" 2>&1); then
        return 0
    fi
    if grep -q 'shellcheck problems' "$log"; then
        cat "$ROOT"/target/shellcheck-plugin/*.stdout >&2 || true
        check_failed "shellcheck finds fault with jiga, .ci/run or a file in commands."
    else
        errors_in "$log"
        check_failed "shellcheck did not run; see $log"
    fi
}

check_leftovers() {
    local left
    left=$(find "$TEST_TMP" -mindepth 1 -maxdepth 1 | head -20)
    if [ -n "$left" ]; then
        complain "$left"
        check_failed "tests left these temporary files in $TEST_TMP: delete each where it is made."
    fi
}
