package io.fieldveil.annotations;

/** What kind of text a searchable attribute holds; it selects the normaliser and, for two of them, the domain. */
public enum PiiType {
    /** An e-mail address. Trimmed, NFKC, lower case, host by UTS #46 (non-transitional). Domain {@code email}. */
    EMAIL("email"),
    /** A telephone number, normalised to E.164 with the deployment's default region. Domain {@code phone}. */
    PHONE("phone"),
    /** Any other text, trimmed and NFKC. It has no domain of its own: {@link AutoHashed#domain()} is required. */
    TEXT("");

    private final String defaultDomain;

    PiiType(String defaultDomain) {
        this.defaultDomain = defaultDomain;
    }

    /** The domain of attributes that name none; empty where one has to be named. */
    public String defaultDomain() {
        return defaultDomain;
    }
}
