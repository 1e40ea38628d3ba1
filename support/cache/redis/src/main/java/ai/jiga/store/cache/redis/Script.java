package ai.jiga.store.cache.redis;

/// What must happen at once, in Redis' words. A slot is a text: a letter for its kind (V a value, L leased, W
/// being written), 32 characters that no other slot ever had, and the value. Letter and stamp are its head.
enum Script {
    /// KEYS. The head of a lease to be made where nothing is, its milliseconds. Returns each slot, and the
    /// milliseconds it has left.
    LOOK("""
            local found = {}
            for i, key in ipairs(KEYS) do
              local slot = redis.call('GET', key)
              if not slot then
                slot = ARGV[1]
                redis.call('SET', key, slot, 'PX', ARGV[2])
              end
              found[2 * i - 1] = slot
              found[2 * i] = redis.call('PTTL', key)
            end
            return found
            """),

    /// KEY. The head it must have, the slot to come (empty: none), its milliseconds.
    KEEP("""
            if redis.call('GETRANGE', KEYS[1], 0, 32) ~= ARGV[1] then
              return 0
            end
            if ARGV[2] == '' then
              return redis.call('DEL', KEYS[1])
            end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """),

    /// As [#KEEP], but with another head the slot is removed: two wrote at once, and nobody knows who was the
    /// later.
    SETTLE("""
            if ARGV[2] ~= '' and redis.call('GETRANGE', KEYS[1], 0, 32) == ARGV[1] then
              redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
              return 1
            end
            return redis.call('DEL', KEYS[1])
            """);

    static final int HEAD = 33;

    private final String text;

    Script(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
