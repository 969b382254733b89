package org.otklik.embedding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the Java of this test once more, with other arguments. */
final class ChildJvm {

    /** What {@link MainJob} prints when nothing is amiss. */
    static final String MAIN_JOB_DONE = String.join(
            "\n",
            "poll failures=0",
            "sent=1",
            "verified=1",
            "shown=1",
            "instructions=1",
            "events=true",
            "state=ANSWERED",
            "broken links of the chain=0",
            "report lines=true");

    private ChildJvm() {}

    /** Runs to the end and returns all that was printed, also to the standard error. */
    static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.replace("\r\n", "\n").strip();
    }
}
