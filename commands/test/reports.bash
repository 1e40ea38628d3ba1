# What the tests of Maven's modules left as reports.

reports() { find "$ROOT" \( -name node_modules -o -name .git -o -name .jiga \) -prune \
    -o -path '*/target/surefire-reports/TEST-*.xml' -type f "$@"; }

# Prints `tests failures errors skipped`, summed over the reports of this run.
sum_reports() {
    # shellcheck disable=SC2016 # awk's own $0 and $1
    reports -exec awk '
        function attribute(name) {
            return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        FNR == 1 { read = 0 }
        !read && /<testsuite / {
            read = 1
            print attribute("tests"), attribute("failures"), attribute("errors"), attribute("skipped")
        }' {} + | awk '{ t += $1; f += $2; e += $3; s += $4 } END { print t + 0, f + 0, e + 0, s + 0 }'
}

# Prints every failed test with its message; skipped ones too where they count as failed.
print_failed_tests() {
    local also_skipped=0
    ! in_ci || also_skipped=1
    # shellcheck disable=SC2016 # awk's own $0
    reports -exec awk -v also_skipped="$also_skipped" '
        function attribute(name,    from) {
            from = index($0, " " name "=\"")
            if (!from) return ""
            from = substr($0, from + length(name) + 3)
            from = substr(from, 1, index(from, "\"") - 1)
            gsub(/&#10;/, " ", from); gsub(/&lt;/, "<", from); gsub(/&gt;/, ">", from)
            gsub(/&quot;/, "\"", from); gsub(/&apos;/, "\047", from); gsub(/&amp;/, "\\&", from)
            return from
        }
        /^ *<testcase / { test = attribute("classname") "." attribute("name") }
        /^ *<(failure|error)[ >]/ || (also_skipped && /^ *<skipped/) {
            what = /<skipped/ ? "SKIPPED" : "FAILED"
            message = attribute("message")
            if (message == "") message = attribute("type")
            print "  " what ": " test
            # A long story says at its end what went wrong.
            if (length(message) > 1200) message = substr(message, 1, 300) " [...] " substr(message, length(message) - 899)
            if (message != "") print "      " message
        }' {} +
}

# Whether something else than a test failed: a goal other than Surefire's, the JVM that ran the tests, or Maven itself.
broke_otherwise() {
    local goals
    goals=$(grep '^\[ERROR\] Failed to execute goal' "$1") || return 0
    printf '%s\n' "$goals" | grep -qvE 'maven-surefire-plugin:[^:]*:test ' ||
        grep -qE 'forked VM terminated|other error in the fork|starting fork|Corrupted channel' "$1"
}
