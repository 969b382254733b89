/** Reads what bots see in MAX, and answers there. */
module org.otklik.adapters.max {
    requires transitive org.otklik.adapters.support;
    requires transitive org.otklik.core;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.max;
}
