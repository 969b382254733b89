/** The heart of Otklik: domain, policies with their defaults, service interfaces, and the desk that runs them. */
module org.otklik.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports org.otklik;
    exports org.otklik.id;
    exports org.otklik.post;
    exports org.otklik.text;
    exports org.otklik.classify;
    exports org.otklik.place;
    exports org.otklik.cluster;
    exports org.otklik.route;
    exports org.otklik.sla;
    exports org.otklik.access;
    exports org.otklik.incident;
    exports org.otklik.reply;
    exports org.otklik.instruction;
    exports org.otklik.report;
    exports org.otklik.spi;
    exports org.otklik.spi.storage;

    // Jackson reads and writes the components of stored records, also of hidden ones; StoredTypesTest knows which.
    opens org.otklik.post to
            com.fasterxml.jackson.databind;
    opens org.otklik.text to
            com.fasterxml.jackson.databind;
    opens org.otklik.route to
            com.fasterxml.jackson.databind;
    opens org.otklik.sla to
            com.fasterxml.jackson.databind;
    opens org.otklik.incident to
            com.fasterxml.jackson.databind;
    opens org.otklik.reply to
            com.fasterxml.jackson.databind;
    opens org.otklik.instruction to
            com.fasterxml.jackson.databind;
    opens org.otklik.internal.codec to
            com.fasterxml.jackson.databind;
    opens org.otklik.internal.health to
            com.fasterxml.jackson.databind;
    opens org.otklik.internal.unit to
            com.fasterxml.jackson.databind;
}
