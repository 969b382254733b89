/** Learns classifiers and routers from a region's own history. */
@SuppressWarnings("requires-automatic") // LIBLINEAR's jar names no module
module org.otklik.training {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires liblinear;
    requires org.dhatim.fastexcel.reader;
    requires static org.jspecify;
    requires transitive org.otklik.core;

    exports org.otklik.training;
}
