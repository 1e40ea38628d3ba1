# `./jiga talk`: a line to a hired agent.

# One source file that needs no build.
cmd_talk() {
    [ "$#" -gt 0 ] || die "talk takes the session's websocketUrl, with ?ticket= and its ticket behind it." 2
    find_java
    exec "$JAVA_HOME/bin/java" "$ROOT/docs/guides/Talk.java" "$@"
}
