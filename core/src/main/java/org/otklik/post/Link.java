package org.otklik.post;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a post can be seen; read as a URI when somebody asks, for that costs a fifth of reading a post. Immutable. */
final class Link {

    private static final String SCHEME = "https://";
    private static final Set<String> WEB = Set.of("http", "https");
    private static final String MARKS = "-._~/?=&+:@,;";

    private final String text;
    private final @Nullable URI read;

    private Link(String text, @Nullable URI read) {
        this.text = text;
        this.read = read;
    }

    static Link of(URI address) {
        return new Link(address.toString(), address);
    }

    /** The link of a text, unless it is no address of the web: what a network sends may be a script too. */
    static Optional<Link> of(String text) {
        if (isPlain(text)) {
            return Optional.of(new Link(text, null));
        }
        try {
            URI address = new URI(text);
            boolean web = address.getRawAuthority() != null && WEB.contains(String.valueOf(address.getScheme()));
            return web ? Optional.of(of(address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Whether every reader would take the text for an address: a host, and after it nothing that has rules of its own. */
    static boolean isPlain(String text) {
        if (text.length() == SCHEME.length() || !text.startsWith(SCHEME) || !isLetter(text.charAt(SCHEME.length()))) {
            return false;
        }
        for (int i = SCHEME.length() + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    URI uri() {
        return read == null ? URI.create(text) : read;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Link link && link.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
