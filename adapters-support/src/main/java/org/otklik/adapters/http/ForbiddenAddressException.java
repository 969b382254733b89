package org.otklik.adapters.http;

import org.otklik.OtklikException;

/** Thrown when a call would reach an address that the host did not allow; nothing was sent. */
public final class ForbiddenAddressException extends OtklikException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param call what was to be called, without secrets
     * @param why what is wrong with its address
     */
    public ForbiddenAddressException(HttpCall call, String why) {
        super(call + " was not sent: " + why);
    }
}
