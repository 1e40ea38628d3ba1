package ai.jiga.store.transaction.inbound;

import ai.jiga.store.transaction.usecase.ReadWallet;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.SignedIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/profile/wallet")
@Tag(name = "profile")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class WalletResource {
    private final CurrentCaller caller;
    private final ReadWallet wallets;

    public WalletResource(CurrentCaller caller, ReadWallet wallets) {
        this.caller = caller;
        this.wallets = wallets;
    }

    @GET
    @SignedIn
    @Operation(operationId = "getWallet", summary = "The caller's balances")
    public ReadWallet.WalletView wallet() {
        return wallets.of(caller.userId());
    }
}
