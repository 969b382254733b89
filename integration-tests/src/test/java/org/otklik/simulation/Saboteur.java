package org.otklik.simulation;

import org.otklik.IncidentDesk;
import org.otklik.post.AccountId;
import org.otklik.spi.WebhookRequest;
import org.otklik.spi.storage.Storage;

/** What may be planted into all nodes of a run, to see that the run finds it; as it stands here, nothing is. */
class Saboteur {

    /** The storage as the nodes shall see it. */
    Storage under(Storage honest) {
        return honest;
    }

    /** The network as the nodes shall see it. */
    FaultyLine line(Life life, World world) {
        return new FaultyLine(life, world);
    }

    /** The host's HTTP server: calls the desk and tells the network that all is taken when it is. */
    void host(IncidentDesk desk, AccountId account, WebhookRequest request, Runnable acknowledgement) {
        if (desk.webhooks().receive(account, request).status() == 200) {
            acknowledgement.run();
        }
    }
}
