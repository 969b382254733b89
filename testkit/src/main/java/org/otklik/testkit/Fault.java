package org.otklik.testkit;

/** A way in which a network misbehaves. */
public enum Fault {
    /** The reply is shown, but the answer of the network is lost on the way. */
    TIMEOUT_AFTER_APPLYING(Call.PUBLISH),
    /** The reply is not shown, and the answer of the network is lost on the way. */
    TIMEOUT_BEFORE_APPLYING(Call.PUBLISH),
    /** Too many calls; the network names a wait. */
    RATE_LIMIT(Call.PUBLISH),
    /** The answered post was deleted a moment ago. */
    TARGET_DELETED(Call.PUBLISH),
    /** The network takes the reply and shows it to nobody but its author. */
    HIDDEN_REPLY(Call.PUBLISH),
    /** The account's token is no longer valid. */
    TOKEN_DEAD(Call.PUBLISH),
    /** The network says that it saw the same text before, and shows nothing new. */
    DUPLICATE_TEXT(Call.PUBLISH),
    /** Reading a source fails; the same call succeeds later. */
    POLL_FAILS(Call.POLL),
    /** Reading a source fails with a wait that the network names. */
    POLL_RATE_LIMIT(Call.POLL),
    /** Every change of the page is delivered twice. */
    POLL_TWICE(Call.POLL),
    /** The changes of the page are delivered in reverse order. */
    POLL_OUT_OF_ORDER(Call.POLL),
    /** Our own reply cannot be looked up now. */
    LOOKUP_FAILS(Call.LOOK_UP);

    enum Call {
        POLL,
        PUBLISH,
        LOOK_UP
    }

    private final Call call;

    Fault(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }
}
