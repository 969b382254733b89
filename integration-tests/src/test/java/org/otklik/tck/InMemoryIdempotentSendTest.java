package org.otklik.tck;

import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

class InMemoryIdempotentSendTest extends IdempotentSendContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InMemoryNetworkUnderTest(InMemoryNetwork.idempotent("vk"), time);
    }
}
