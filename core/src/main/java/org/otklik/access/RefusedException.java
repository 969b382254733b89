package org.otklik.access;

import java.util.Locale;
import org.otklik.OtklikException;

/** Thrown by {@link Result#orThrow()} when a command was refused. */
public final class RefusedException extends OtklikException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedException(Refusal refusal, Locale locale) {
        super(refusal.message(locale));
        this.refusal = refusal;
    }

    /**
     * Returns why the command was refused.
     *
     * @return the refusal
     */
    public Refusal refusal() {
        return refusal;
    }
}
