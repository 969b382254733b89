package org.otklik.testkit.max;

/** What was seen in the live network though its schema says otherwise. */
public enum MaxQuirk {
    /** Comments come as {@code message_created} and {@code message_edited}, known only by their post. */
    COMMENTS_AS_MESSAGES,
    /** Comments of people come without their sender. */
    HIDDEN_COMMENTERS,
    /** An answer without updates names no marker. */
    SILENT_MARKER,
    /** Without a marker only the last update comes, as one of the network's pages says. */
    LAST_WITHOUT_MARKER,
    /** Among the updates stand one of a type that nobody knows and one without its message. */
    STRANGE_UPDATES
}
