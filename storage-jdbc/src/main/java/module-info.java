/** Storage in H2 and PostgreSQL over the host's own DataSource. */
module org.otklik.storage.jdbc {
    requires transitive java.sql;
    requires transitive org.otklik.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports org.otklik.storage.jdbc;
}
