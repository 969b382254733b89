/** Reads VKontakte and answers there. */
module org.otklik.adapters.vk {
    requires transitive org.otklik.core;
    requires transitive org.otklik.adapters.support;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;
    requires org.slf4j;

    exports org.otklik.adapters.vk;
}
