package org.otklik.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.otklik.Region;

/** What the command line asks for. */
record Options(Map<String, String> values) {

    static Options of(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            values.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Options(Map.copyOf(values));
    }

    int count(int standard) {
        return number("-n", standard);
    }

    int forks() {
        return number("-forks", 3);
    }

    /** The networks to measure: the one that is named, or all. */
    List<String> networks(List<String> all) {
        String value = values.get("-network");
        return value == null ? all : List.of(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int number(String name, int standard) {
        String value = values.get(name);
        return value == null ? standard : Integer.parseInt(value);
    }

    /** The folder for what a benchmark writes; the build clears it. */
    static Path target() {
        return Path.of(System.getProperty("otklik.root", "."), "benchmarks", "target");
    }

    static Region samara() {
        return Region.fromResources(Options.class.getClassLoader(), "regions/samara");
    }
}
