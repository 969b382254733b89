package org.otklik.internal.region;

import org.otklik.sla.EscalationLadder;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.WorkCalendars;

/**
 * What a pack says about time; immutable.
 *
 * @param calendars the working hours
 * @param policy the targets
 * @param escalation who is told when a clock runs over
 */
public record Deadlines(WorkCalendars calendars, SlaPolicy policy, EscalationLadder escalation) {}
