package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Measures in fresh processes, since what a compiler made of the code once stays for the life of a process. */
final class Forks {

    private final List<double[]> figures;

    private Forks(List<double[]> figures) {
        this.figures = figures;
    }

    /** Runs a benchmark that prints one line of numbers, as often as is asked for. */
    static Forks run(String name, Options options, int count, String... more) throws IOException, InterruptedException {
        List<double[]> figures = new ArrayList<>();
        for (int i = 1; i <= options.forks(); i++) {
            figures.add(fork(name, count, more));
            System.out.println("fork " + i + " done");
        }
        return new Forks(figures);
    }

    private static double[] fork(String name, int count, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-Dotklik.root=" + Options.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Benchmarks.class.getName(),
                name,
                "-n",
                Integer.toString(count)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            if (process.waitFor() != 0 || line == null) {
                throw new IllegalStateException("A fork failed; its messages stand above.");
            }
            return Stream.of(line.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    /** The median of one figure over all processes. */
    double median(int figure) {
        return median(figures.stream().mapToDouble(fork -> fork[figure]));
    }

    double least(int figure) {
        return figures.stream().mapToDouble(fork -> fork[figure]).min().orElseThrow();
    }

    double most(int figure) {
        return figures.stream().mapToDouble(fork -> fork[figure]).max().orElseThrow();
    }

    int size() {
        return figures.size();
    }

    static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
