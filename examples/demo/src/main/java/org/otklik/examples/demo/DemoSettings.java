package org.otklik.examples.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * What the user asks of the demo.
 *
 * @param root the project's folder; relative paths count from it
 * @param posts the user's file; empty for the bundled day
 * @param folder where the day is kept
 * @param headless whether nothing may open and nobody looks at a terminal
 * @param latency how long a network really takes to answer; zero but in tests
 */
record DemoSettings(Path root, Optional<Path> posts, Path folder, boolean headless, Duration latency) {

    private static final String TARGET = "examples/demo/target/demo";

    /** Reads otklik.root, posts, demo.dir, headless and demo.latency. */
    static DemoSettings of(Properties properties) {
        Path root = Path.of(properties.getProperty("otklik.root", ""))
                .toAbsolutePath()
                .normalize();
        Optional<Path> posts = given(properties, "posts").map(root::resolve).map(Path::normalize);
        Path folder = root.resolve(given(properties, "demo.dir").orElse(TARGET)).resolve(nameOf(posts));
        return new DemoSettings(
                root,
                posts,
                folder.normalize(),
                isOn(properties, "headless"),
                Duration.ofMillis(
                        Integer.parseInt(given(properties, "demo.latency").orElse("0"))));
    }

    private static Optional<String> given(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A property without a value is on. */
    private static boolean isOn(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value != null && !value.equalsIgnoreCase("false");
    }

    /** Each file has a day of its own. */
    private static String nameOf(Optional<Path> posts) {
        if (posts.isEmpty()) {
            return "bundled";
        }
        CRC32 crc = new CRC32();
        crc.update(posts.get().toString().getBytes(StandardCharsets.UTF_8));
        return "file-" + HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
