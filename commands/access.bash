# `./jiga access`: who may do what.

cmd_access() {
    [ "$#" -eq 0 ] || die "access does not know '$1'. See: ./jiga help" 2
    # The page, with its table in columns.
    tail -n +3 "$ROOT/docs/api/access.md" | awk '
        !/^\|/ { gsub(/[`*]/, ""); gsub(/\]\([^)]*\)/, ""); gsub(/\[/, ""); print; next }
        /^\|-/ { next }
        { gsub(/`/, ""); split($0, cell, / *\| */); printf "%-66s %-26s %-10s %-17s %-7s %s\n", cell[2], cell[3], cell[4], cell[5], cell[6], cell[7] }'
}
