package org.otklik.benchmarks.place;

/** The six cases of Russian. */
enum Case {
    NOMINATIVE,
    GENITIVE,
    DATIVE,
    ACCUSATIVE,
    INSTRUMENTAL,
    LOCATIVE
}
