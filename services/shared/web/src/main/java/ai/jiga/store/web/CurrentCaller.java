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

    void set(Caller verified) {
        this.caller = verified;
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
        throw unauthorized().asException();
    }

    public UserId userId() {
        return user().id();
    }

    static Rejection unauthorized() {
        return Rejection.of(
                ErrorCode.UNAUTHORIZED, "Sign in first: send the header 'Authorization: Bearer <access token>'.");
    }
}
