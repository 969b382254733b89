package org.otklik.internal.reply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.Replies.Way;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.Finding;
import org.otklik.reply.ReplyHash;
import org.otklik.reply.ReplyRequest;
import org.otklik.reply.ReplyType;
import org.otklik.route.OfficialAccount;
import org.otklik.spi.Replyability;

/** Writes drafts: whom they answer, who speaks, and that the network lets him. */
final class Drafting {

    private final DeskParts parts;
    private final Speakers speakers;

    Drafting(DeskParts parts) {
        this.parts = parts;
        this.speakers = new Speakers(parts);
    }

    Result<Draft> draft(OpenIncident open, ReplyRequest request) {
        if (request.type() == ReplyType.INTERIM
                && request.promisedUntil()
                        .filter(open.session().now()::isBefore)
                        .isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "promisedUntil");
        }
        List<Way> ways = ways(open, request);
        if (ways.isEmpty()) {
            return Result.refused(RefusalCode.NOTHING_TO_DO, Operation.DRAFT);
        }
        Optional<AccountId> speaker = request.account().or(() -> speaker(ways));
        if (speaker.isEmpty()) {
            BodyId body = open.incident().lead().orElse(parts.region().regionBody());
            return Result.refused(
                    RefusalCode.NO_ACCOUNT, body, ways.get(0).post().network());
        }
        return write(open, request, speaker.get(), ways);
    }

    /** Who can answer goes before who may only be copied: where no account can, a person answers by hand. */
    private static Optional<AccountId> speaker(List<Way> ways) {
        return ways.stream()
                .filter(way -> way.account().isPresent())
                .min(Comparator.comparing(way -> !(way.replyability() instanceof Replyability.Possible)))
                .flatMap(Way::account)
                .map(choice -> choice.account().account());
    }

    /** A question goes to the one who wrote first; an answer to everybody who waits. */
    private List<Way> ways(OpenIncident open, ReplyRequest request) {
        if (!request.targets().isEmpty()) {
            return speakers.ways(open, request.targets());
        }
        return request.type() == ReplyType.QUESTION
                ? speakers.ways(open, List.of(open.incident().firstPost()))
                : speakers.ways(open);
    }

    private Result<Draft> write(OpenIncident open, ReplyRequest request, AccountId speaker, List<Way> ways) {
        Optional<OfficialAccount> account = parts.region().accounts().find(speaker);
        if (account.filter(OfficialAccount::mayReply).isEmpty()) {
            return Result.refused(RefusalCode.NO_ACCOUNT, speaker, speaker.network());
        }
        List<PostId> targets = targets(ways, speaker.network());
        int longest = longest(ways, targets);
        if (targets.isEmpty()) {
            return Result.refused(
                    RefusalCode.NO_ACCOUNT, speaker, ways.get(0).post().network());
        }
        if (request.text().codePointCount(0, request.text().length()) > longest) {
            return Result.refused(RefusalCode.LIMIT_REACHED, "characters", longest);
        }
        return Result.done(record(open, request, speaker, targets));
    }

    private static List<PostId> targets(List<Way> ways, NetworkId network) {
        List<Way> here = ways.stream()
                .filter(way -> way.post().network().equals(network))
                .toList();
        List<PostId> possible = here.stream()
                .filter(way -> way.replyability() instanceof Replyability.Possible)
                .map(Way::post)
                .distinct()
                .toList();
        return possible.isEmpty() ? here.stream().map(Way::post).distinct().toList() : possible;
    }

    private static int longest(List<Way> ways, List<PostId> targets) {
        return ways.stream()
                .filter(way -> targets.contains(way.post()))
                .map(Way::replyability)
                .filter(Replyability.Possible.class::isInstance)
                .mapToInt(way -> ((Replyability.Possible) way).longestText())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private Draft record(OpenIncident open, ReplyRequest request, AccountId speaker, List<PostId> targets) {
        DraftId id = DraftId.of(parts.ids().next());
        Actor writer = open.session().actor();
        open.record(new IncidentEvent.Drafted(
                id,
                request.type(),
                speaker,
                targets,
                ReplyHash.of(request.text(), speaker, targets),
                writer.id(),
                request.promisedUntil()));
        ReplyTexts.put(open.session(), open.incident().id(), id, request.text());
        ReplyTexts.own(open.session(), id, open.incident().id());
        return open.incident().draft(id).orElseThrow();
    }

    Result<Draft> revise(OpenIncident open, Draft draft, String text) {
        if (draft.state() != DraftState.DRAFT) {
            return Result.refused(RefusalCode.WRONG_STATE, Operation.DRAFT, draft.state());
        }
        ReplyHash hash = ReplyHash.of(text, draft.account(), draft.targets());
        open.record(new IncidentEvent.DraftRevised(
                draft.id(), hash, open.session().actor().id()));
        ReplyTexts.put(open.session(), draft.incident(), draft.id(), text);
        return Result.done(open.incident().draft(draft.id()).orElseThrow());
    }

    List<Finding> check(Draft draft, String text) {
        return parts.replyCheck()
                .check(new ReplyRequest(
                        draft.incident(),
                        draft.type(),
                        text,
                        draft.targets(),
                        Optional.of(draft.account()),
                        draft.promisedUntil()));
    }
}
