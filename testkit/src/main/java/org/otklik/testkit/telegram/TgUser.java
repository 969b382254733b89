package org.otklik.testkit.telegram;

/** A person or bot in the fake; immutable. */
record TgUser(long id, boolean bot, String name, String username) {

    /** In whose name anonymous administrators write. */
    static final TgUser ANONYMOUS = new TgUser(1_087_968_824L, true, "Group", "GroupAnonymousBot");

    /** In whose name channels write into groups. */
    static final TgUser CHANNEL = new TgUser(136_817_688L, true, "Channel", "Channel_Bot");

    /** In whose name posts of a channel come into its discussion group. */
    static final TgUser TELEGRAM = new TgUser(777_000L, false, "Telegram", "");
}
