package ai.jiga.store.security;

import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what a device shows that it is the one that somebody signed in on: a compact JWS of a type of its own, so that it
/// is taken for nothing else. It opens nothing.
///
/// Thread-safe.
public final class DeviceTokens {
    /// What browsers keep a cookie for at most.
    public static final Duration LIFETIME = Duration.ofDays(400);

    private static final String TYPE = "device+jws";
    private static final String USERS = "users";
    /// Of five users with ids of the longest form, and the signature.
    private static final int MAX_LENGTH = 2048;

    private final SigningKeys keys;
    private final InstantSource clock;

    public DeviceTokens(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// A device that nobody has signed in on yet.
    public static Device unknown() {
        return new Device(UUID.randomUUID().toString(), List.of());
    }

    /// At most some 1,300 characters of `A-Za-z0-9_-.`, so that it may be a cookie.
    public String issue(Device device) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var claims = new JWTClaimsSet.Builder()
                .subject(device.id())
                .claim(USERS, device.users())
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        return CompactJws.sign(keys.newest(), TYPE, claims.toString());
    }

    /// Empty for anything but a token that is valid now. Takes any text, and none.
    public Optional<Device> verify(@Nullable String token) {
        return token == null
                ? Optional.empty()
                : CompactJws.verify(token, TYPE, MAX_LENGTH, keys::find).flatMap(this::device);
    }

    private Optional<Device> device(Payload payload) {
        try {
            var claims = JWTClaimsSet.parse(JSONObjectUtils.parse(payload.toString()));
            Date expiresAt = claims.getExpirationTime();
            String id = claims.getSubject();
            return expiresAt == null || id == null || !clock.instant().isBefore(expiresAt.toInstant())
                    ? Optional.empty()
                    : Optional.of(new Device(id, claims.getStringListClaim(USERS)));
        } catch (ParseException | RuntimeException e) {
            // Signed by us, of this type, and not as we write it: of a version that did so otherwise.
            return Optional.empty();
        }
    }
}
