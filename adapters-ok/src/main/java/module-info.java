/** Reads Odnoklassniki, and answers there where the network permits it. */
module org.otklik.adapters.ok {
    requires transitive org.otklik.adapters.support;
    requires transitive org.otklik.core;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.ok;
}
