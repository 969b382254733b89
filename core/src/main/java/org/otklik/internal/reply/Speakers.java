package org.otklik.internal.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.Replies.Way;
import org.otklik.id.BodyId;
import org.otklik.incident.Incident;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.PostReader;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.route.AccountChoice;
import org.otklik.spi.Capability;
import org.otklik.spi.Replyability;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;

/** Who can speak to whom: accounts of the pack in their order, asked of the network's adapter. */
final class Speakers {

    private static final String NO_ADAPTER = "NO_ADAPTER";
    private static final String NO_ACCOUNT = "NO_ACCOUNT";

    /** What is no longer in the network cannot be answered. */
    static final Replyability GONE = new Replyability.Impossible("SOURCE_GONE", Optional.empty());

    private final DeskParts parts;
    private final PostReader reader;

    Speakers(DeskParts parts) {
        this.parts = parts;
        this.reader = new PostReader(parts);
    }

    /** Lists the ways to the posts that wait for an answer. */
    List<Way> ways(OpenIncident open) {
        return awaiting(open).stream().map(row -> way(open.incident(), row)).toList();
    }

    /** Lists the ways to named posts of the incident; posts of other incidents are left out. */
    List<Way> ways(OpenIncident open, List<PostId> posts) {
        Map<PostId, PostRow> rows = open.session().stores().posts().find(posts);
        List<Way> ways = new ArrayList<>();
        for (PostId post : posts) {
            Optional.ofNullable(rows.get(post))
                    .filter(row -> row.link()
                            .incident()
                            .filter(open.incident().id()::equals)
                            .isPresent())
                    .map(row -> way(open.incident(), row))
                    .ifPresent(ways::add);
        }
        return ways;
    }

    /** Lists the ways of a draft's own account to its targets; a post that is gone from the incident stays a target. */
    List<Way> waysOf(OpenIncident open, Draft draft) {
        Map<PostId, PostRow> rows = open.session().stores().posts().find(draft.targets());
        return draft.targets().stream()
                .map(target -> way(draft.account(), target, Optional.ofNullable(rows.get(target))))
                .toList();
    }

    private Way way(AccountId account, PostId target, Optional<PostRow> row) {
        Optional<AccountChoice> choice = parts.region()
                .accounts()
                .find(account)
                .map(known -> new AccountChoice(known, AccountChoice.Origin.OWN));
        Optional<Post> post = row.map(reader::read);
        Replyability replyability = post.map(known -> canReply(account, known)).orElse(GONE);
        return new Way(target, post.flatMap(Post::address), choice, replyability);
    }

    private static List<PostRow> awaiting(OpenIncident open) {
        return open.session()
                .stores()
                .posts()
                .ofIncident(
                        open.incident().id(),
                        Set.of(AnswerState.AWAITING),
                        Optional.empty(),
                        ReplyRequest.MOST_TARGETS);
    }

    private Way way(Incident incident, PostRow row) {
        Post post = reader.read(row);
        List<AccountChoice> choices = choices(incident, post);
        Replyability last = new Replyability.Impossible(NO_ACCOUNT, post.address());
        for (AccountChoice choice : choices) {
            last = canReply(choice.account().account(), post);
            if (last instanceof Replyability.Possible) {
                return new Way(post.id(), post.address(), Optional.of(choice), last);
            }
        }
        return new Way(post.id(), post.address(), choices.stream().findFirst(), last);
    }

    private List<AccountChoice> choices(Incident incident, Post post) {
        BodyId body = incident.lead().orElse(parts.region().regionBody());
        return parts.region().accounts().accountsFor(body, post.id().network());
    }

    /** Tells whether an account can answer a post; an adapter that never answers knows best why. */
    Replyability canReply(AccountId account, Post post) {
        return parts.adapter(post.id().network())
                .flatMap(adapter -> Optional.of(adapter.canReply(account, post))
                        .filter(said -> said instanceof Replyability.Impossible
                                || adapter.capabilities().contains(Capability.REPLY)))
                .orElseGet(() -> new Replyability.Impossible(NO_ADAPTER, post.address()));
    }
}
