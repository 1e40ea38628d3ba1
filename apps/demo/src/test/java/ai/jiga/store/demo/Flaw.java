package ai.jiga.store.demo;

/// What a store could get wrong; the demo must notice each.
enum Flaw {
    NONE("no difference"),
    CREDITS_ONE_TOO_FEW("Ada's wallet: expected 500,000 DOF"),
    VARIANT_COSTS_ONE_MORE("The balance after the variant"),
    HOLDS_A_REPEATED_HIRE_TWICE("What is held: expected 20,000 DOF, but the store says 40,000"),
    TICKS_WITHOUT_THE_PLAYER("went on ticking"),
    CHARGES_A_REPEATED_FRAME("The usage of frame 25"),
    CHARGES_THE_FULL_TARIFF("1 x chat for a variant: expected 70 DOF, but the store says 100"),
    LOSES_A_USAGE_LINE("All 9 usage lines together"),
    CHARGES_TOO_MUCH_TIME("The time charged"),
    ROUNDS_THE_SPLIT_UP("The owner's 70 %"),
    KEEPS_THE_CHANGE("Pat's wallet, 500,000 DOF less"),
    CHARGES_THE_SECOND_END("Ended a second time, 'consumed'"),
    SIGNS_ANOTHER_AMOUNT("Signed by the store"),
    SIGNS_WITH_ANOTHER_KEY("signature is not the store's"),
    TAKES_TWO_REVIEWS("second review"),
    HISTORY_LACKS_THE_HIRE("Pat's history"),
    BOOKS_LACK_A_POSTING("All accounts in DOF together");

    private final String noticedAs;

    Flaw(String noticedAs) {
        this.noticedAs = noticedAs;
    }

    /// What the demo's last words must contain.
    String noticedAs() {
        return noticedAs;
    }
}
