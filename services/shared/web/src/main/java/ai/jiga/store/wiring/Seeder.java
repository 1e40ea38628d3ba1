package ai.jiga.store.wiring;

/// Puts what a new store needs in place. Run at each start unless seeding is off: does nothing where it was done.
public interface Seeder {
    /// Lower ones first: users 10, agents 20, ledger 30, listings 40, demo accounts 50.
    int order();

    void seed();
}
