package org.otklik.place;

/** Why a place is a candidate. */
public enum PlaceReason {
    /** The post itself names the place. */
    NAMED,
    /** The post uses an adjective of the place, such as «тольяттинский», or names its inhabitants. */
    ADJECTIVE,
    /** The post names the place with a kind word, such as «село» or «район». */
    KIND_WORD,
    /** A hashtag names the place. */
    HASHTAG,
    /** The post that is answered names the place. */
    PARENT,
    /** The post that started the discussion names the place. */
    ROOT,
    /** The post's co-ordinates lie in the place. */
    POINT,
    /** The page speaks for the place. */
    PAGE,
    /** Several places have the name; the municipality, named or that of the page, decides among them. */
    MUNICIPALITY_DECIDES,
    /** Several places have the name and nothing decides among them. */
    AMBIGUOUS
}
