package ai.jiga.store.transaction.model;

/// What an account is kept in.
public enum Asset {
    /// Whole DOF.
    DOF,
    /// US cents.
    USD
}
