/** What every adapter, storage, classifier, router and deadline policy must keep, as JUnit tests. */
module org.otklik.tck {
    requires transitive org.junit.jupiter.api;
    requires transitive org.otklik.testkit;
    requires static org.jspecify;

    exports org.otklik.tck;

    opens org.otklik.tck;
}
