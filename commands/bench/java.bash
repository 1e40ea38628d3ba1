# The benchmarks of `bench/src`, which are programs of Java.

# bench_java NAME ARGUMENTS...
bench_java() {
    local name=$1 log=$WORK/bench.log path=$ROOT/bench/target/classpath.txt mark=$ROOT/bench/target/bench.sum sum
    shift
    find_java
    case $name in
        growth | main-job | reads | sessions)
            ensure_app
            ensure_startup_cache
            ;;
    esac
    sum=$(checksum_of pom.xml .mvn services support bench/pom.xml bench/src)
    if [ ! -f "$path" ] || [ "$(cat "$mark" 2>/dev/null || true)" != "$sum" ]; then
        say "Building the benchmarks."
        mkdir -p "$WORK"
        : >"$log"
        if ! maven "$log" -Dmaven.test.skip=true -pl bench -am package \
            dependency:build-classpath \
            -Dmdep.includeScope=runtime -Dmdep.outputFile=target/classpath.txt; then
            errors_in "$log"
            die "the build failed; all of it is in $log"
        fi
        printf '%s\n' "$sum" >"$mark"
    fi
    # The same flags as the store has, but for memory. The folders are for a benchmark that starts the store itself.
    exec "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]/-Xmx512m/-Xmx2g}" \
        "-Djiga.root=$ROOT" "-Djiga.app=${APP:-}" "-Djiga.work=$WORK" \
        -cp "$ROOT/bench/target/classes:$(cat "$path")" ai.jiga.store.bench.Bench "$name" "$@"
}
