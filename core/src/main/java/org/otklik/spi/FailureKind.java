package org.otklik.spi;

/** What an error of a network means to the desk, whatever its number there. */
public enum FailureKind {
    /** Too fast; wait seconds or minutes. */
    RATE_LIMIT(true),
    /** The day's or month's allowance is used up. */
    QUOTA(true),
    /** The token expired or was revoked; the account stops until it has a new one. */
    TOKEN_INVALID(false),
    /** Wrong signature, address or parameter; a person must change the settings. */
    CONFIGURATION(false),
    /** The network wants a person: captcha, confirmation, login. */
    HUMAN_NEEDED(false),
    /** The account may not do this here. */
    PERMISSION(false),
    /** The post to be answered is gone or closed. */
    TARGET_GONE(false),
    /** The network saw the same text before; evidence that an earlier attempt was applied. */
    DUPLICATE(false),
    /** The network does not take this text. */
    CONTENT_REJECTED(false),
    /** A passing fault of network or line. */
    TRANSIENT(true);

    private final boolean passing;

    FailureKind(boolean passing) {
        this.passing = passing;
    }

    /**
     * Tells whether waiting helps.
     *
     * @return true if the same call may succeed later without a person
     */
    public boolean isPassing() {
        return passing;
    }
}
