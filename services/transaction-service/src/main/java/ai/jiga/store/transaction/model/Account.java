package ai.jiga.store.transaction.model;

import ai.jiga.store.kernel.UserId;
import org.jspecify.annotations.Nullable;

/// An account of the books.
///
/// @param name `wallet:<user>` (available), `held:<user>`, `earnings:<user>`, `revenue`, `fees`,
///     `treasury`, `issuance` (where DOF come from when they are bought: the only one that may be negative
///     in DOF), `external:<provider>`
public record Account(String name) {
    public static final Account REVENUE = new Account("revenue");
    public static final Account FEES = new Account("fees");
    public static final Account TREASURY = new Account("treasury");
    public static final Account ISSUANCE = new Account("issuance");

    public static Account wallet(UserId user) {
        return new Account("wallet:" + user);
    }

    public static Account held(UserId user) {
        return new Account("held:" + user);
    }

    /// What a user earned. The platform's own earnings are its revenue.
    public static Account earnings(UserId user) {
        return user.equals(UserId.SYSTEM) ? REVENUE : new Account("earnings:" + user);
    }

    public static Account external(String provider) {
        return new Account("external:" + provider);
    }

    /// Whose account it is, or null for the platform's and the providers'.
    public @Nullable UserId user() {
        int colon = name.indexOf(':');
        return colon < 0 || name.startsWith("external:") ? null : UserId.of(name.substring(colon + 1));
    }

    /// `wallet`, `held`, `earnings`, `external`, or the name itself.
    public String kind() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
