/** Reads what Telegram shows a bot, and answers there. */
module org.otklik.adapters.telegram {
    requires transitive org.otklik.adapters.support;
    requires transitive org.otklik.core;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.telegram;
}
