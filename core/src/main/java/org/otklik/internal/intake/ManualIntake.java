package org.otklik.internal.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.otklik.ManualPost;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.ExternalRefs;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.Discussion;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.storage.StreamId;

/** Takes messages that a person brings; from then on they go the way of every post. */
public final class ManualIntake {

    private final Sessions sessions;
    private final Intake intake;

    /** Creates the intake. */
    public ManualIntake(Sessions sessions, Intake intake) {
        this.sessions = sessions;
        this.intake = intake;
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Registers a message. */
    public Result<PostId> register(Actor actor, ManualPost manual) {
        if (!parts().authorizer().permits(new AccessRequest(actor, Operation.REGISTER_POST, Set.of()))) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.REGISTER_POST);
        }
        if (manual.text().isBlank() && manual.link().isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "text");
        }
        if (manual.place().isPresent()
                && parts().region().gazetteer().find(manual.place().get()).isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "place");
        }
        Post post = post(manual);
        String source = "manual:" + manual.source().name().toLowerCase(Locale.ROOT);
        return sessions.run(actor, session -> {
            intake.capture(session, source, List.of(new PostChange.Present(post)));
            manual.external()
                    .ifPresent(
                            reference -> new ExternalRefs(parts()).put(session, StreamId.signal(post.id()), reference));
            return Result.done(post.id());
        });
    }

    private Post post(ManualPost manual) {
        PostBuilder builder = Post.builder(id(manual), manual.at()).text(manual.text());
        manual.author().ifPresent(builder::author);
        manual.link().ifPresent(builder::address);
        manual.place().ifPresent(place -> builder.discussion(Discussion.NONE.withPagePlace(place)));
        return builder.build();
    }

    /** One link, or one number in another system, is one post however often it is registered. */
    private PostId id(ManualPost manual) {
        String key = manual.external()
                .map(reference -> parts().key().hash("manual", reference.system(), reference.number()))
                .or(() -> manual.link().map(link -> parts().key().hash("manual", link.toString())))
                .orElseGet(parts().ids()::next);
        return new PostId(NetworkId.MANUAL, key);
    }
}
