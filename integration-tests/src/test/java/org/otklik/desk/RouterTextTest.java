package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.classify.MessageKind;
import org.otklik.post.Post;
import org.otklik.route.Router;

/** A router that learned from texts is told the text, whoever made the incident. */
class RouterTextTest {

    private final List<String> heard = new ArrayList<>();
    private final Office office = Office.open(builder -> builder.router(listening(Office.REGION.routingTable())));

    @Test
    void a_router_hears_the_words_of_a_post_that_a_person_made_an_incident_of() {
        Post post = office.hear(office.post("1", "Ха-ха, ну и ну")).post();

        office.desk
                .review()
                .promote(Office.MODERATOR, post.id(), MessageKind.COMPLAINT, Optional.empty(), Optional.empty())
                .orThrow();

        assertEquals(List.of("Ха-ха, ну и ну"), heard);
    }

    private Router listening(Router router) {
        return request -> {
            request.text().ifPresent(text -> heard.add(text.post().text()));
            return router.route(request);
        };
    }
}
