package org.otklik.examples.demo.posts;

/** Carries the reason of a bad row to the reader of the file, which notes it and goes on. */
final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
