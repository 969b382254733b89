/** What network adapters share: HTTP, JSON, budgets, calls, schedules, signatures. */
module org.otklik.adapters.support {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.core;
    requires transitive java.net.http;
    requires transitive org.otklik.core;
    requires static org.jspecify;

    exports org.otklik.adapters.budget;
    exports org.otklik.adapters.call;
    exports org.otklik.adapters.http;
    exports org.otklik.adapters.json;
    exports org.otklik.adapters.sign;
    exports org.otklik.adapters.watch;
    exports org.otklik.adapters.webhook;
}
