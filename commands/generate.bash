# `./jiga generate`: what is made from the code and committed.

# Writes anew what is made from the code and committed. What a generator needs, the SDK's own tests install.
cmd_generate() {
    local log=$WORK/generate.log sdk made
    [ "$#" -eq 0 ] || die "generate does not know '$1'. See: ./jiga help" 2
    find_java
    mkdir -p "$WORK"
    : >"$log"
    say "The contracts, out of the code (some minutes)."
    if ! maven "$log" -pl qa/e2e,qa/architecture -am package -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest='EventSchemasTest,FirestoreIndexesTest,OpenApiTest,PubSubTopologyTest,AccessPageTest' \
        -Dschemas.write -Dindexes.write -Dopenapi.write -Dtopology.write -Daccess.write; then
        errors_in "$log"
        die "they were not all written; all of it is in $log"
    fi
    for sdk in javascript python unity; do
        made=yes
        (
            cd "$ROOT/sdk/$sdk"
            case $sdk in
                javascript) npm run generate && npm run build && npm run report ;;
                python) .verify/tools/bin/python scripts/generate.py && .verify/tools/bin/python ../conformance/generate.py ;;
                unity) node generator/generate.js ;;
            esac
        ) >>"$log" 2>&1 </dev/null || made=no
        if [ "$made" = yes ]; then
            say "The types of sdk/$sdk."
        else
            complain "jiga: the types of sdk/$sdk were not written (see $log). If a tool is missing: ./jiga test --only sdk/$sdk"
        fi
    done
    git -C "$ROOT" status --short
}
