package org.otklik;

import java.time.Instant;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.report.Report;
import org.otklik.report.ReportPeriod;

/** The reports; thread-safe, read-only. */
public interface Reports {

    /**
     * Counts what was registered in a period, as it stood at an instant.
     *
     * @param actor who asks
     * @param period which period
     * @param asOf the instant; what happened later is left out
     * @return the report, or refused
     */
    Result<Report> report(Actor actor, ReportPeriod period, Instant asOf);
}
