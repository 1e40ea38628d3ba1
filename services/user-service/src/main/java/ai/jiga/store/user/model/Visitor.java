package ai.jiga.store.user.model;

import ai.jiga.store.security.Device;
import ai.jiga.store.security.DeviceTokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who asks, as long as nothing more is known.
///
/// @param address the same for all requests of one client, and none that it can choose
/// @param device by its token, or null when none came or it was none of ours
/// @param client what the program says of itself (`User-Agent`), or null when it says nothing
/// @param languages what its user reads (`Accept-Language`), or null when it says nothing
public record Visitor(
        String address,
        @Nullable Device device,
        @Nullable String client,
        @Nullable String languages) {
    /// Of a program that says nothing of itself.
    public Visitor(String address, @Nullable Device device) {
        this(address, device, null, null);
    }

    /// The device that a sign-in begins on: this one, or a new one.
    public Device deviceOrNew() {
        return Objects.requireNonNullElseGet(device, DeviceTokens::unknown);
    }
}
