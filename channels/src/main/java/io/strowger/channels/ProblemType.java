package io.strowger.channels;

/**
 * Everything that can be wrong with a request, each with its HTTP status and its page in {@code docs/api/problems.md}.
 * The URI of a type is stable: clients may act on it.
 */
public enum ProblemType {
    MALFORMED_JSON("malformed-json", 400, "The JSON is malformed"),
    INVALID_UTF8("invalid-utf8", 400, "The bytes are not valid UTF-8"),
    MISSING_FIELD("missing-field", 400, "A required field is missing"),
    INVALID_FIELD("invalid-field", 400, "A field has a value that it cannot have"),
    DUPLICATE_FIELD("duplicate-field", 400, "A field is given twice"),
    FIELD_TOO_LONG("field-too-long", 400, "A field is longer than its limit"),
    TOO_MANY_ATTRIBUTES("too-many-attributes", 400, "A message has too many attributes"),
    TEXT_TOO_LARGE("text-too-large", 413, "The text is longer than the limit"),
    BODY_TOO_LARGE("body-too-large", 413, "The request is larger than the limit"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter of the request has a value that it cannot have"),
    INVALID_CONFIGURATION("invalid-configuration", 422, "The configuration has problems"),
    INVALID_MODEL("invalid-model", 422, "The model cannot be used"),
    UNKNOWN_CHANNEL("unknown-channel", 422, "The organization has no such channel"),
    INVALID_COMMAND("invalid-command", 422, "The command is refused"),
    MISSING_TOKEN("missing-token", 401, "A token is required"),
    INVALID_TOKEN("invalid-token", 401, "The token is not valid"),
    EXPIRED_TOKEN("expired-token", 401, "The token has expired"),
    AUTHENTICATION_TIMEOUT("authentication-timeout", 401, "No token came in time"),
    FORBIDDEN("forbidden", 403, "The token does not permit this"),
    UNKNOWN_ORGANIZATION("unknown-organization", 403, "There is no such organization"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed here"),
    CONFLICT("conflict", 409, "This is not possible in the current state"),
    STALE_VERSION("stale-version", 412, "It was changed meanwhile"),
    PRECONDITION_REQUIRED("precondition-required", 428, "The request must name the version that it replaces"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The content type is not supported"),
    ORGANIZATION_LIMIT("organization-limit", 429, "The organization's limit is reached"),
    INTERNAL_ERROR("internal-error", 500, "The server failed on this request"),
    OVERLOADED("overloaded", 503, "The server has no room for this at the moment"),
    CLOSED("closed", 503, "The server takes no work now"),
    JOURNAL_FULL("journal-full", 503, "The server has no disk for further work"),
    OUTCOME_UNKNOWN("outcome-unknown", 503, "It is not known whether this took effect");

    private static final String URI_PREFIX = "urn:strowger:problem:";

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The type's short name, as in the documentation. */
    public String slug() {
        return slug;
    }

    /** The {@code type} member of RFC 9457. */
    public String uri() {
        return URI_PREFIX + slug;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** A sentence for every occurrence of the type. */
    public String title() {
        return title;
    }

    /** Whether the same request may succeed a little later. */
    public boolean isTransient() {
        return status == 503 || status == 429;
    }
}
