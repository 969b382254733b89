package org.otklik.place;

import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;

/** The tokens of a segment with its original text, for the few looks at a full stop or a capital. */
record SegmentText(Segment segment, Tokens tokens, String text) {

    static SegmentText of(PostText post, Segment segment) {
        String text = switch (segment) {
            case POST -> post.post().text();
            case PARENT -> post.post().discussion().parentText().orElse("");
            case ROOT -> post.post().discussion().rootText().orElse("");
            case PAGE -> "";
        };
        return new SegmentText(segment, post.tokens(segment), text);
    }

    boolean hasStopAfter(int token) {
        int end = tokens.end(token);
        return end < text.length() && text.charAt(end) == '.';
    }

    /** Tells whether capitals say anything: a text without any, or with nothing else, does not tell names apart. */
    boolean hasMeaningfulCapitals() {
        int capitals = 0;
        int upper = 0;
        for (int i = 0; i < tokens.size(); i++) {
            capitals += tokens.isCapitalised(i) ? 1 : 0;
            upper += tokens.isUpperCase(i) ? 1 : 0;
        }
        return capitals > 0 && upper * 2 <= tokens.size();
    }
}
