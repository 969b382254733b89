package org.otklik.adapters.http;

/** What became of an answer's body: all of it, or lines to come. */
sealed interface Body {

    /** Everything, within the limits, with status and headers. */
    record Whole(HttpAnswer answer) implements Body {}

    /** Lines that are read as they come. */
    record Lines(LineStream stream) implements Body {}
}
