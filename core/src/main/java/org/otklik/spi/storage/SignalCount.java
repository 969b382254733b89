package org.otklik.spi.storage;

import org.otklik.post.NetworkId;

/**
 * How many posts of a network stand in a state; immutable.
 *
 * @param network which network
 * @param state which state
 * @param posts how many
 */
public record SignalCount(NetworkId network, SignalState state, long posts) {}
