package org.otklik.internal.reply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.Replies.TargetPreview;
import org.otklik.Replies.Way;
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
    private final Previews previews;
    private final Wording wording;

    Drafting(DeskParts parts) {
        this.parts = parts;
        this.previews = new Previews(parts);
        this.wording = new Wording(parts.region());
        this.speakers = new Speakers(parts);
    }

    Result<Draft> draft(OpenIncident open, ReplyRequest request) {
        if (request.type() == ReplyType.INTERIM
                && request.promisedUntil()
                        .filter(open.session().now()::isBefore)
                        .isEmpty()) {
            return Result.refused(RefusalCode.INVALID, "promisedUntil");
        }
        return then(
                preview(open, request),
                targets -> targets.isEmpty()
                        ? Result.refused(RefusalCode.NOTHING_TO_DO, Operation.DRAFT)
                        : then(Previews.text(targets), text -> Result.done(record(open, request, targets, text))));
    }

    static <T, U> Result<U> then(Result<T> first, Function<T, Result<U>> next) {
        return first.refusal().<Result<U>>map(Result.Refused::new).orElseGet(() -> next.apply(first.orThrow()));
    }

    /** Shows what a draft would publish: the targets that the speaker can answer, or all if there is none; nothing if no post waits. */
    Result<List<TargetPreview>> preview(OpenIncident open, ReplyRequest request) {
        List<Way> ways = ways(open, request);
        if (ways.isEmpty()) {
            return Result.done(List.of());
        }
        NetworkId first = ways.get(0).post().network();
        Optional<AccountId> speaker = request.account().or(() -> speaker(ways));
        if (speaker.isEmpty()) {
            BodyId body = open.incident().lead().orElse(parts.region().regionBody());
            return Result.refused(RefusalCode.NO_ACCOUNT, body, first);
        }
        AccountId account = speaker.get();
        List<PostId> here = ways.stream()
                .map(Way::post)
                .filter(post -> post.network().equals(account.network()))
                .distinct()
                .toList();
        if (!mayReply(account) || here.isEmpty()) {
            return Result.refused(RefusalCode.NO_ACCOUNT, account, mayReply(account) ? first : account.network());
        }
        List<TargetPreview> all = previews.of(open, account, here, wording.published(account, request.text()));
        List<TargetPreview> possible =
                all.stream().filter(one -> one.obstacle().isEmpty()).toList();
        return Result.done(possible.isEmpty() ? all : possible);
    }

    private boolean mayReply(AccountId account) {
        return parts.region()
                .accounts()
                .find(account)
                .filter(OfficialAccount::mayReply)
                .isPresent();
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

    private Draft record(OpenIncident open, ReplyRequest request, List<TargetPreview> previewed, String text) {
        DraftId id = DraftId.of(parts.ids().next());
        AccountId speaker = previewed.get(0).account();
        List<PostId> targets = previewed.stream().map(TargetPreview::post).toList();
        open.record(new IncidentEvent.Drafted(
                id,
                request.type(),
                speaker,
                targets,
                ReplyHash.of(text, speaker, targets),
                open.session().actor().id(),
                request.promisedUntil()));
        ReplyTexts.put(open.session(), open.incident().id(), id, text);
        ReplyTexts.own(open.session(), id, open.incident().id());
        return open.incident().draft(id).orElseThrow();
    }

    Result<Draft> revise(OpenIncident open, Draft draft, String words) {
        if (draft.state() != DraftState.DRAFT) {
            return Result.refused(RefusalCode.WRONG_STATE, Operation.DRAFT, draft.state());
        }
        String wanted = wording.published(draft.account(), words);
        return then(Previews.text(previews.of(open, draft.account(), draft.targets(), wanted)), text -> {
            ReplyHash hash = ReplyHash.of(text, draft.account(), draft.targets());
            open.record(new IncidentEvent.DraftRevised(
                    draft.id(), hash, open.session().actor().id()));
            ReplyTexts.put(open.session(), draft.incident(), draft.id(), text);
            return Result.done(open.incident().draft(draft.id()).orElseThrow());
        });
    }

    /** Checks what the official wrote; the line that the law wants is not his. */
    List<Finding> check(Draft draft, String text) {
        return parts.replyCheck()
                .check(new ReplyRequest(
                        draft.incident(),
                        draft.type(),
                        wording.own(draft.account(), text),
                        draft.targets(),
                        Optional.of(draft.account()),
                        draft.promisedUntil()));
    }
}
