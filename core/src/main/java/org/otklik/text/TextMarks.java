package org.otklik.text;

/** Counts of what a text has beside its words; written by the scan, then only read. */
final class TextMarks {

    int questions;
    int exclamations;
    int links;
    int foreignTokens;
    int latinTokens;
}
