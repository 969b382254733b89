package org.otklik.spi;

/** Hears what a person should know; the channel (mail, messenger, screen) is the host's. Called after commit. */
@FunctionalInterface
public interface Notifier {

    /**
     * Takes a notice. Must return soon; what it throws is logged and changes nothing.
     *
     * @param notice what happened
     */
    void notify(Notice notice);
}
