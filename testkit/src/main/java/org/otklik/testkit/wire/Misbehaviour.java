package org.otklik.testkit.wire;

/** How a server or the line to it goes wrong, whatever network it is. */
public enum Misbehaviour {
    /** The request is not applied and the line breaks. */
    CUT_BEFORE,
    /** The request is applied, then the line breaks before the answer. */
    CUT_AFTER,
    /** The request is applied, then nothing comes until the server closes. */
    HANG,
    /** The request is applied, then the answer drips, a byte every tenth of a second. */
    DRIP,
    /** The answer is 100 MB of spaces. */
    HUGE,
    /** A gateway answers with a page in HTML and status 200. */
    HTML,
    /** The answer is JSON, 100,000 arrays deep. */
    DEEP_JSON,
    /** The answer is JSON of a million empty objects. */
    WIDE_JSON,
    /** The answer ends in the middle. */
    HALF,
    /** A gateway answers with status 502. */
    BAD_GATEWAY,
    /** The answer redirects elsewhere. */
    REDIRECT
}
