/** Reads Facebook pages and Instagram accounts and answers there; off unless a host adds it by hand. */
module org.otklik.adapters.meta {
    requires transitive org.otklik.adapters.support;
    requires transitive org.otklik.core;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.meta;
}
