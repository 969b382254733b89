package org.otklik;

/** How an account is, from good to bad. */
public enum HealthState {
    /** It reads and speaks, as far as anybody tried. */
    OK,
    /** It is read without an error, and yet nothing comes. */
    SILENT,
    /** A part of it fails, and it is not the token: a source, a limit, a setting. */
    DEGRADED,
    /** The network no longer takes its token. */
    REAUTHORISE,
    /** The network wants a person: a captcha, a confirmation, a login. */
    HUMAN_NEEDED
}
