# `./jiga bench`: runs a benchmark.

cmd_bench() {
    local name=${1:-}
    [ "$#" -eq 0 ] || shift
    case $name in
        documents | ledger | main-job | search) bench_java "$name" "$@" ;;
        web) bench_web "$@" ;;
        '')
            say "./jiga bench documents   documents a second by writers, against raw batched inserts; reads; queries at 1k and 1M"
            say "./jiga bench ledger      holds and settlements a second in one process, against raw inserts of the same documents"
            say "./jiga bench search      searches by the way their text is read, with facets, at 10k and 100k listings"
            say "./jiga bench main-job    hires settled a second, latencies of the main job's steps, start-up and memory"
            say "./jiga bench web         pages of the web app on a slow phone, against an empty one; what typing takes; its budgets"
            ;;
        *) die "there is no benchmark '$name': documents, ledger, search, main-job or web." 2 ;;
    esac
}
