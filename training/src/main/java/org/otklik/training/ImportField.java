package org.otklik.training;

/** What a column of an earlier system's export can hold. */
public enum ImportField {
    /** The incident's number there; needed. */
    NUMBER,
    /** When it was registered there; needed. */
    REGISTERED_AT,
    /** When the post was published. */
    PUBLISHED_AT,
    /** When it was answered. */
    ANSWERED_AT,
    /** When it was closed. */
    CLOSED_AT,
    /** What the citizen wrote. */
    TEXT,
    /** What was answered. */
    ANSWER,
    /** The network of the post. */
    NETWORK,
    /** The network's id of the post, as the adapter of that network writes it. */
    POST_ID,
    /** The address of the post. */
    LINK,
    /** The network's id of the author; kept erasable. */
    AUTHOR,
    /** How the author calls himself; kept erasable. */
    AUTHOR_NAME,
    /** Complaint, question, …. */
    KIND,
    /** The topic, by its id, title or alias. */
    TOPIC,
    /** The body that answered for it, by its id or name. */
    BODY,
    /** The municipality, by its id or name. */
    MUNICIPALITY,
    /** With what it was closed. */
    OUTCOME
}
