package org.otklik.examples.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondRunTest {

    private static final String POSTS = "id,text,author,page\n"
            + "1,\"Тольятти, на улице Победы яма, колесо пробил\",ivan,tlt_podslushano\n"
            + "2,\"В Сызрани второй день не вывозят мусор, баки полные\",petr,syzran_typical\n"
            + ",без номера,,\n"
            + "4,Всем хорошего дня!,anna,samara_online\n"
            + "5,\"Чапаевск, нет горячей воды по улице Ленина, когда дадут?\",olga,chapaevsk_chat\n";

    @TempDir
    private Path folder;

    private String play() throws IOException {
        Path posts = Files.writeString(folder.resolve("posts.csv"), POSTS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DemoMain.run(
                DemoDayTest.settings(folder, posts.toString()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_users_file_is_played_and_its_bad_row_told() throws IOException {
        String output = play();

        assertTrue(output.contains("строка 4: нет номера"), output);
        assertTrue(output.contains("итоги на 20 ноября 2026, 12:00"), output);
    }

    @Test
    void a_second_run_goes_on_where_the_first_stopped_and_takes_nothing_twice() throws IOException {
        String first = play();

        String second = play();

        assertTrue(second.contains("итоги на 21 ноября 2026, 12:00"), second);
        assertFalse(second.contains("19.11 "), "the first day is not played again");
        assertEquals(arrived(first), arrived(second));
    }

    private static String arrived(String output) {
        return output.lines()
                .filter(line -> line.contains("Сообщений ."))
                .findFirst()
                .orElseThrow();
    }
}
