package org.otklik.internal.feed;

import java.util.Set;
import org.otklik.DeskEvent;
import org.otklik.id.BodyId;

/** An event as it can be told, and the bodies whose people may hear it. */
record Told(DeskEvent event, Set<BodyId> owners) {}
