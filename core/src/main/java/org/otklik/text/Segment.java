package org.otklik.text;

/** The part of a post's surroundings in which something was found. */
public enum Segment {
    /** The post's own text. */
    POST,
    /** The text of the post that is answered. */
    PARENT,
    /** The text of the post that started the discussion. */
    ROOT,
    /** The page on which the discussion stands; it has no text, so its spans are empty. */
    PAGE
}
