package org.otklik.spi;

/**
 * Hears what a person should know; the channel (mail, messenger, screen) is the host's.
 *
 * <p>A notice is kept in the transaction of what it is about and told after the commit, at least once: after a crash or
 * an exception it comes again, under the same {@link Notice#id()}. Notices about one subject come in their order.
 */
@FunctionalInterface
public interface Notifier {

    /**
     * Takes a notice. Must return soon; what it throws means that nobody heard it, and it is told again later.
     *
     * @param notice what happened
     */
    void notify(Notice notice);
}
