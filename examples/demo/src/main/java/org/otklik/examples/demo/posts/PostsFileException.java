package org.otklik.examples.demo.posts;

import org.otklik.OtklikException;

/** Thrown when a file holds no posts that could be read; the message is in Russian, for the user of the demo. */
public final class PostsFileException extends OtklikException {

    private static final long serialVersionUID = 1L;

    PostsFileException(String message) {
        super(message);
    }

    PostsFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
