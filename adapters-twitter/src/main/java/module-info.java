/** Reads X, formerly Twitter, and answers there. */
module org.otklik.adapters.twitter {
    requires transitive org.otklik.adapters.support;
    requires transitive org.otklik.core;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.twitter;
}
