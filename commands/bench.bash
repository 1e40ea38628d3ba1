# `./jiga bench`: runs a benchmark.

readonly JAVA_BENCHES='documents growth ledger main-job reads search sessions'

cmd_bench() {
    local name=${1:-}
    [ "$#" -eq 0 ] || shift
    case $name in
        documents | growth | ledger | main-job | reads | search | sessions) bench_java "$name" "$@" ;;
        web) bench_web "$@" ;;
        all) bench_all "$@" ;;
        '')
            say "./jiga bench documents   documents a second by writers, against raw batched inserts; reads; queries at 1k and 1M"
            say "./jiga bench growth      pages of the marketplace a second over HTTP, at 20, 2,000 and 100,000 listings"
            say "./jiga bench ledger      holds and settlements a second in one process, against raw inserts of the same documents"
            say "./jiga bench reads       pages that many look at, against the bare JSON endpoint of the same process"
            say "./jiga bench search      searches by the way their text is read, with facets, at 10k and 100k listings"
            say "./jiga bench sessions    live sessions at once, against an echo of the same server; then the store is killed at work"
            say "./jiga bench main-job    hires settled a second, latencies of the main job's steps, start-up and memory"
            say "./jiga bench web         pages of the web app on a slow phone, against an empty one; what typing takes; its budgets"
            say "./jiga bench all [FILE]  all of them, which takes half an hour, as one page of Markdown: FILE, or .jiga/bench.md"
            ;;
        *) die "there is no benchmark '$name': $JAVA_BENCHES, web or all." 2 ;;
    esac
}

# Each is a process of its own; what fails is told in the page and at the end. bench_all [FILE]
bench_all() {
    local page=${1:-$WORK/bench.md} name failed=0
    mkdir -p "$WORK"
    : >"$page" || die "$page cannot be written." 2
    for name in $JAVA_BENCHES web; do
        say "Measuring $name."
        if ! (cmd_bench "$name") >>"$page"; then
            printf '\n**%s failed.**\n' "./jiga bench $name" >>"$page"
            complain "jiga: the benchmark '$name' failed."
            failed=1
        fi
        printf '\n' >>"$page"
    done
    say "All is in $page"
    return "$failed"
}
