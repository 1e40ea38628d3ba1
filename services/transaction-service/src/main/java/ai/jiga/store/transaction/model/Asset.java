package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.UserId;

/// What an account is kept in.
public enum Asset {
    /// Whole DOF.
    DOF,
    /// Whole DOF of test keys: worth nothing, and never beside the others in one transaction.
    DOF_TEST,
    /// US cents.
    USD;

    /// What this user's accounts are kept in.
    public static Asset of(UserId user) {
        return user.isTest() ? DOF_TEST : DOF;
    }
}
