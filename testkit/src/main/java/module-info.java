/** Doubles for the tests of an application: networks, storage, clock. */
module org.otklik.testkit {
    requires transitive com.fasterxml.jackson.databind;
    requires jdk.httpserver;
    requires transitive org.otklik.core;
    requires static org.jspecify;

    exports org.otklik.testkit;
    exports org.otklik.testkit.max;
    exports org.otklik.testkit.meta;
    exports org.otklik.testkit.ok;
    exports org.otklik.testkit.regions;
    exports org.otklik.testkit.telegram;
    exports org.otklik.testkit.vk;
    exports org.otklik.testkit.wire;
    exports org.otklik.testkit.x;
}
