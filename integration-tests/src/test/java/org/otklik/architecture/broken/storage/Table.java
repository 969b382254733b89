package org.otklik.architecture.broken.storage;

/** What only a storage may know. */
public record Table(String name) {}
