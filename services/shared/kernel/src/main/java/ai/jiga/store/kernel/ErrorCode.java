package ai.jiga.store.kernel;

/// The error catalogue: every refusal a client can meet, with its HTTP status and the short text that stands
/// in `error` and `title`. Codes are part of the API: they are added, never renamed.
public enum ErrorCode {
    // The request itself
    MALFORMED_REQUEST(400, "Malformed request"),
    VALIDATION_FAILED(400, "Validation failed"),
    UNKNOWN_FIELD(400, "Unknown field"),
    UNKNOWN_PARAMETER(400, "Unknown parameter"),
    UNKNOWN_MEMBER(400, "Unknown member"),
    UNFIT_TEXT(422, "Text that may not be shown"),
    INVALID_CURSOR(400, "Invalid cursor"),
    INVALID_LIMIT(400, "Invalid limit"),
    UNAUTHORIZED(401, "Unauthorized"),
    INVALID_TOKEN(401, "Invalid token"),
    INVALID_CREDENTIALS(401, "Invalid credentials"),
    REFRESH_TOKEN_REUSED(401, "Refresh token reused"),
    INVALID_TICKET(401, "Invalid ticket"),
    FORBIDDEN(403, "Forbidden"),
    SCOPE_MISSING(403, "Scope missing"),
    NOT_FOR_KEYS(403, "Not for keys"),
    KEY_NOT_ALLOWED_HERE(403, "Key not allowed here"),
    SECRET_KEY_IN_BROWSER(403, "Secret key in a browser"),
    ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    REQUEST_TIMEOUT(408, "Request timeout"),
    PRECONDITION_FAILED(412, "Precondition failed"),
    BODY_TOO_LARGE(413, "Body too large"),
    URI_TOO_LONG(414, "URI too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    HEADERS_TOO_LARGE(431, "Headers too large"),
    RATE_LIMITED(429, "Too many requests"),
    TOO_MANY_LINES(429, "Too many open lines"),
    UPGRADE_REQUIRED(426, "Upgrade required"),
    IDEMPOTENCY_KEY_MISMATCH(409, "Idempotency key mismatch"),
    INVALID_IDEMPOTENCY_KEY(400, "Invalid idempotency key"),
    CONTENTION(503, "Busy, try again"),
    UNAVAILABLE(503, "Service unavailable"),
    INTERNAL(500, "Internal error"),
    NOT_IMPLEMENTED(501, "Not implemented"),
    VERSION_NOT_SUPPORTED(505, "HTTP version not supported"),

    // Users
    EMAIL_TAKEN(409, "Email already registered"),
    PASSWORD_TOO_COMMON(422, "Password too common"),
    WRONG_PASSWORD(422, "Wrong password"),
    LINK_NOT_VALID(422, "Link not valid"),
    ACCOUNT_SUSPENDED(403, "Account suspended"),
    USER_NOT_FOUND(404, "User not found"),
    OPERATORS_ACCOUNT(422, "The operator's account"),

    // Keys and players
    SIGN_IN_NOT_FOUND(404, "Sign-in not found"),
    API_KEY_NOT_FOUND(404, "Key not found"),
    TOO_MANY_API_KEYS(409, "Too many keys"),
    INVALID_API_KEY(422, "Not a key as keys are"),
    CAP_NEEDS_STUDIO(422, "A cap is of what the studio pays"),
    PLAYER_CLAIMED(409, "Player has an account"),
    AGENT_NOT_PAID_FOR(403, "Agent not paid for"),

    // Agents
    AGENT_NOT_FOUND(404, "Agent not found"),
    NOT_AGENT_OWNER(403, "Not the agent's owner"),
    AGENT_NAME_LENGTH(422, "Agent name length"),
    AGENT_NAME_TAKEN(409, "Agent name taken"),
    VOICE_CHAT_EXCLUDES_COMMENTATOR(422, "Voice chat excludes commentator"),
    MEMORY_NEEDS_VOICE_CHAT(422, "Memory needs voice chat"),
    MENTOR_NEEDS_LEARN(422, "Mentor needs learn"),
    MENTOR_NEEDS_MEMORY(422, "Mentor needs memory"),
    RANK_NEEDS_PROVIDER(422, "Rank needs a provider"),
    SPECIALIST_IS_EARNED(422, "Specialist status is earned"),
    SPECIALIST_NEEDS_SPECIALIZATION(422, "Specialist needs a specialization"),
    TARGET_FPS_RANGE(422, "Target fps out of range"),
    ANALYSIS_INTERVAL_RANGE(422, "Analysis interval out of range"),
    CONCURRENT_ANALYSES_RANGE(422, "Concurrent analyses out of range"),
    HIGH_SPEED_MODE_UNKNOWN(422, "Unknown high speed mode"),
    INVALID_CONFIGURATION(422, "Invalid configuration"),
    VOICE_NOT_OF_PROVIDER(422, "Voice not of this provider"),
    NOT_A_SYSTEM_AGENT(422, "Not a system agent"),
    NOT_A_VARIANT(422, "Not a variant"),
    VARIANT_FIELD_INHERITED(422, "Inherited by a variant"),
    AGENT_IS_PUBLISHED(409, "Agent is published"),
    AGENT_IS_HIRED(409, "Agent is hired"),
    SYSTEM_AGENT_IMMUTABLE(403, "System agents cannot be changed"),
    AGENT_VERSION_NOT_FOUND(404, "Agent version not found"),
    RUNTIME_NOT_CONNECTED(422, "Runtime not connected"),

    // Images
    NOT_AN_IMAGE(415, "Not an image"),
    TOO_MANY_PIXELS(422, "Too many pixels"),
    IMAGE_UNREADABLE(422, "Image unreadable"),
    UPLOAD_NOT_FOUND(404, "Upload not found"),
    UPLOAD_NOT_INVITED(403, "Upload not invited"),
    UPLOAD_EXPIRED(403, "Upload expired"),
    UPLOAD_USED(409, "Upload address used"),
    UPLOAD_NOT_AS_ANNOUNCED(422, "Upload not as announced"),

    // Marketplace
    LISTING_NOT_FOUND(404, "Listing not found"),
    RATE_OUT_OF_RANGE(422, "Rate out of the rank's range"),
    VARIANT_RATE_TOO_HIGH(422, "Rate above the variant's own"),
    LISTING_NOT_HIRABLE(409, "Listing not hirable"),
    SCHEDULE_NEEDS_HOURS(422, "Schedule needs hours"),
    UNKNOWN_CATEGORY(422, "Unknown category"),
    ALLOCATION_TOO_SMALL(422, "Allocation too small"),
    CANNOT_HIRE_OWN_AGENT(422, "Cannot hire your own agent"),
    NOT_CHARGED(403, "Not charged for this session"),
    NOT_PLAYED(403, "Not played"),
    SESSION_NOT_SETTLED(409, "Session not settled yet"),
    ALREADY_REVIEWED(409, "Already reviewed"),
    REVIEW_NOT_FOUND(404, "Review not found"),
    CANNOT_REVIEW_OWN_AGENT(403, "Cannot review your own agent"),

    // Transactions
    INSUFFICIENT_DOFS(402, "Insufficient DOF"),
    BUDGET_EXCEEDED(402, "Budget exceeded"),
    RECIPIENT_NOT_FOUND(404, "Recipient not found"),
    CANNOT_TRANSFER_TO_SELF(422, "Cannot transfer to yourself"),
    TRANSACTION_NOT_FOUND(404, "Transaction not found"),
    UNKNOWN_PACKAGE(422, "Unknown package"),
    PAYMENT_METHOD_UNAVAILABLE(422, "Payment method unavailable"),
    CHECKOUT_CLOSED(409, "Checkout closed"),
    INVALID_RETURN_URL(422, "Invalid return URL"),
    TREASURY_TOO_LOW(422, "Treasury too low"),

    // Sessions
    SESSION_NOT_FOUND(404, "Session not found"),
    SESSION_ALREADY_ACTIVE(409, "Session already active"),
    TOO_MANY_SESSIONS(409, "Too many sessions"),
    TRIAL_ALREADY_USED(409, "Trial already used"),
    NOT_YOUR_AGENT(403, "Not your agent"),
    SESSION_ENDED(409, "Session ended"),
    SESSION_NOT_STARTED(409, "Session not started yet"),
    INVALID_START_TIME(422, "Invalid start time"),
    RECEIPT_NOT_READY(409, "Receipt not ready"),
    SEQ_REQUIRED(422, "seq required"),
    SEQ_OUT_OF_ORDER(422, "seq out of order"),
    UNKNOWN_FRAME(422, "Unknown frame type"),
    MALFORMED_FRAME(400, "Malformed frame"),
    TEXT_TOO_LONG(422, "Text too long"),
    NO_VOICE_CHAT(422, "No voice chat"),
    FRAMES_NOT_READ(422, "Pictures not read"),
    AUDIO_FORMAT_UNSUPPORTED(415, "Audio format not supported"),
    AUDIO_UNREADABLE(422, "Audio unreadable"),
    AUDIO_TOO_LONG(422, "Audio too long"),
    IMAGE_TOO_LARGE(413, "Image too large"),
    SESSION_PAUSED(409, "Session paused"),
    MODEL_FAILED(503, "The agent could not answer"),
    ALLOCATION_EXHAUSTED(402, "Allocation exhausted"),
    CONNECTED_ELSEWHERE(409, "Connected elsewhere"),

    // Notifications, operations
    CHANNEL_NOT_FOUND(404, "Channel not found"),
    TOO_MANY_CHANNELS(429, "Too many channels"),
    NOTIFICATION_NOT_FOUND(404, "Notification not found"),
    DEAD_LETTER_NOT_FOUND(404, "Dead letter not found");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
