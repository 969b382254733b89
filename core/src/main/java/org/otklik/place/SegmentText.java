package org.otklik.place;

import java.time.Instant;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;

/** The tokens of a segment with its original text, for the few looks at a full stop or a capital. */
record SegmentText(Segment segment, Tokens tokens, String text, Instant at) {

    static SegmentText of(PostText post, Segment segment) {
        String text = switch (segment) {
            case POST -> post.post().text();
            case PARENT -> post.post().discussion().parentText().orElse("");
            case ROOT -> post.post().discussion().rootText().orElse("");
            case PAGE -> "";
        };
        return new SegmentText(segment, post.tokens(segment), text, post.post().publishedAt());
    }

    boolean hasStopAfter(int token) {
        int end = tokens.end(token);
        return end < text.length() && text.charAt(end) == '.';
    }

    /** Tells whether a token in quotation marks begins here, as names of firms and shows do. */
    boolean isQuoted(int token) {
        int before = tokens.start(token) - 1;
        return before >= 0 && "\"«“„".indexOf(text.charAt(before)) >= 0;
    }

    /** Tells whether a token ends so, perhaps followed by a few letters of a case. */
    boolean hasEnding(int token, String ending, int most) {
        int end = tokens.end(token);
        int start = tokens.start(token);
        for (int more = 0; more <= most; more++) {
            int from = end - more - ending.length();
            if (from > start && text.regionMatches(true, from, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }

    /** The small letter at a distance from a token's end; a blank before its start. */
    char letter(int token, int fromEnd) {
        int at = tokens.end(token) - 1 - fromEnd;
        return at < tokens.start(token) ? ' ' : Character.toLowerCase(text.charAt(at));
    }

    /** Tells whether capitals say anything: a text without any, or with nothing else, does not tell names apart. */
    boolean hasMeaningfulCapitals() {
        return tokens.capitalisedTokens() > 0 && tokens.upperCaseTokens() * 2 <= tokens.size();
    }
}
