package org.otklik.architecture.broken.internal;

/** What nobody should see. */
public record Secret(String word) {}
