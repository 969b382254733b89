package org.otklik.adapters.meta;

import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.ReadBackContract;
import org.otklik.testkit.SettableClock;

class FacebookReadBackTest extends ReadBackContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new FacebookUnderTest(time);
    }
}
