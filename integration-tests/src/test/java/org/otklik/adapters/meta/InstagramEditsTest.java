package org.otklik.adapters.meta;

import org.otklik.tck.EditsContract;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.SettableClock;

class InstagramEditsTest extends EditsContract {
    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return new InstagramUnderTest(time);
    }
}
