# `./jiga demo`: the main job, as a client from outside plays it.

cmd_demo() {
    find_java
    ensure_jar demo
    exec "$JAVA_HOME/bin/java" -jar "$JAR" "$@"
}
