package ai.jiga.store.demo;

/// What somebody owns, in DOF.
///
/// @param balance what was bought and not spent: available + held
/// @param held set aside for hires that have not ended
/// @param earnings an owner's folded income
/// @param pending income not yet folded
record Wallet(long balance, long available, long held, long earnings, long pending) {
    static Wallet of(Answer answer) {
        return new Wallet(
                answer.amount("/balance"),
                answer.amount("/available"),
                answer.amount("/held"),
                answer.amount("/earnings"),
                answer.amount("/pending"));
    }

    long earned() {
        return Math.addExact(earnings, pending);
    }

    long total() {
        return Math.addExact(balance, earned());
    }
}
