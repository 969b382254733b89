package org.otklik.architecture.broken.spi;

/** Something that sends. */
public interface Adapter {

    void publish(String text);
}
