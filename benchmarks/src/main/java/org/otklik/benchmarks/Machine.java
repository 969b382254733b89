package org.otklik.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/** What the machine tells of time and memory; stateless. */
public final class Machine {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Machine() {}

    static long threadNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static long threadBytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    /**
     * Counts every thread: collectors, compilers and the writers of the database too.
     *
     * @return nanoseconds of processors since the process started
     */
    public static long processNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Collects garbage and tells what is left, in bytes. */
    static long usedHeapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(Machine::used)
                .sum();
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    static String describe() {
        return String.format(
                Locale.ROOT,
                "jvm=%s heap=%dMB processors=%d",
                System.getProperty("java.runtime.version"),
                Runtime.getRuntime().maxMemory() >> 20,
                SYSTEM.getAvailableProcessors());
    }
}
