package org.otklik.tck;

import org.otklik.sla.SlaPolicy;

class DefaultSlaPolicyTest extends SlaPolicyContract {

    @Override
    protected SlaPolicy policy() {
        return SlaPolicy.twentyFourHours();
    }
}
