package org.otklik.post;

/** What may be kept for a time only; each has its own period. */
public enum RetentionCategory {
    /** Contents and revisions of posts that were set aside, by the time of publication. */
    DISMISSED_POSTS,
    /** Contents and revisions of posts whose incident needs no more work, by its last change. */
    CLOSED_POSTS,
    /** Drafts, answers, notes and references of incidents that need no more work, by their last change. */
    CLOSED_TEXTS,
    /** Ids and names of authors, by the time they were last seen. */
    AUTHORS
}
