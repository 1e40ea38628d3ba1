# `./jiga bench`: runs a benchmark.

cmd_bench() {
    local name=${1:-} log=$WORK/bench.log path=$ROOT/bench/target/classpath.txt mark=$ROOT/bench/target/bench.sum sum
    case $name in
        documents | main-job | search) ;;
        '')
            say "./jiga bench documents   documents a second by writers, against raw batched inserts; reads; queries at 1k and 1M"
            say "./jiga bench search      searches by the way their text is read, with facets, at 10k and 100k listings"
            say "./jiga bench main-job    hires settled a second, latencies of the main job's steps, start-up and memory"
            return 0
            ;;
        *) die "there is no benchmark '$name': documents, search or main-job." 2 ;;
    esac
    shift
    find_java
    if [ "$name" = main-job ]; then
        ensure_app
        ensure_startup_cache
    fi
    sum=$(checksum_of pom.xml .mvn services support bench)
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
