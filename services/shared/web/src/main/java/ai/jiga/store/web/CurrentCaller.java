package ai.jiga.store.web;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import jakarta.enterprise.context.RequestScoped;

/// Who sent the request that is being served. Set once by [Authentication].
@RequestScoped
public class CurrentCaller {
    private Caller caller = Caller.ANONYMOUS;
    private boolean withPublishableKey;

    void set(Caller verified) {
        this.caller = verified;
    }

    /// A publishable key is nobody's: it is good for what everybody may.
    void setToPublishableKey() {
        caller = Caller.ANONYMOUS;
        withPublishableKey = true;
    }

    /// From here on it is nobody in particular.
    public void forget() {
        caller = Caller.ANONYMOUS;
    }

    public Caller get() {
        return caller;
    }

    /// @throws ai.jiga.store.kernel.RejectedException UNAUTHORIZED when nobody is signed in
    public Caller.User user() {
        if (caller instanceof Caller.User user) {
            return user;
        }
        throw (withPublishableKey ? ofNobody() : unauthorized()).asException();
    }

    public UserId userId() {
        return user().id();
    }

    private static Rejection ofNobody() {
        return Rejection.of(
                ErrorCode.UNAUTHORIZED,
                "A publishable key is good for what everybody may, and acts for nobody. Send the token of a player, which"
                        + " your server makes, or of whoever is signed in.");
    }

    static Rejection unauthorized() {
        return Rejection.of(
                ErrorCode.UNAUTHORIZED, "Sign in first: send the header 'Authorization: Bearer <access token>'.");
    }
}
