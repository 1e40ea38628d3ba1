# `./jiga format`: formats the code.

cmd_format() {
    find_java
    (cd "$ROOT" && ./mvnw -q -B -ntp spotless:apply </dev/null)
}
