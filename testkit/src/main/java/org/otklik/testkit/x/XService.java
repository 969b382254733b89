package org.otklik.testkit.x;

import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireService;

/** Lets each request pass the door, the limits and the script of troubles, and hands it on. */
final class XService implements WireService {

    private final Scene scene;
    private final Reads reads;
    private final Lookups lookups;
    private final Writes writes;
    private final Tokens tokens;
    private final StreamRules rules;
    private final XStreams streams;
    private final Activity activity;
    private volatile String host = "";

    XService(Scene scene) {
        this.scene = scene;
        this.reads = new Reads(scene);
        this.lookups = new Lookups(scene);
        this.writes = new Writes(scene);
        this.tokens = new Tokens(scene);
        this.rules = new StreamRules(scene);
        this.streams = new XStreams(scene, rules);
        this.activity = new Activity(scene);
    }

    void at(String address) {
        host = address;
    }

    XStreams streams() {
        return streams;
    }

    Activity activity() {
        return activity;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        try {
            Optional<Endpoint> endpoint = Endpoint.of(request);
            if (endpoint.isEmpty()) {
                throw Problems.plain(404, "There is no " + request + ".");
            }
            scene.called(endpoint.get());
            Optional<WireAnswer> scripted = scene.trouble.scripted(request.path());
            return scripted.isPresent() ? scripted.get() : answer(endpoint.get(), request);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private WireAnswer answer(Endpoint endpoint, WireRequest request) {
        if (!endpoint.isGuarded()) {
            return handle(endpoint, request, Caller.application(), Optional.empty());
        }
        Caller caller = scene.doorkeeper.caller(request, host);
        checkKind(endpoint, caller);
        Optional<Fault> fault = scene.trouble.take(kinds(endpoint, request));
        boolean limited =
                fault.isPresent() && (fault.get() == Fault.RATE_LIMIT || fault.get() == Fault.POLL_RATE_LIMIT);
        Limits.Standing standing = limited
                ? scene.limits.exhaust(endpoint, caller, scene.store.now())
                : scene.limits.count(endpoint, caller, scene.store.now());
        if (standing.exceeded()) {
            throw new Refusal(
                    standing.on(Problems.plain(429, "Too Many Requests").answer()));
        }
        try {
            scene.purse.require();
            return standing.on(troubled(endpoint, request, caller, fault));
        } catch (Refusal refusal) {
            throw new Refusal(standing.on(refusal.answer()));
        }
    }

    private void checkKind(Endpoint endpoint, Caller caller) {
        Set<Caller.Kind> kinds = endpoint.kinds();
        if (!kinds.contains(caller.kind())) {
            throw scene.problems()
                    .typed(
                            403,
                            "unsupported-authentication",
                            "Authenticating with " + caller.kind().words
                                    + " is forbidden for this endpoint.  Supported authentication types are "
                                    + kinds.stream().map(kind -> kind.words).toList() + ".");
        }
    }

    private Set<Fault> kinds(Endpoint endpoint, WireRequest request) {
        return switch (endpoint) {
            case CREATE -> Trouble.PUBLISHING;
            case SEARCH, MENTIONS -> Trouble.POLLING;
            case LOOKUP, LOOKUP_ONE -> Trouble.LOOKING;
            case TIMELINE -> scene.grants.isOurs(endpoint.name(request)) ? Trouble.LOOKING : Trouble.POLLING;
            default -> Set.of();
        };
    }

    private WireAnswer troubled(Endpoint endpoint, WireRequest request, Caller caller, Optional<Fault> fault) {
        if (fault.isEmpty()) {
            return handle(endpoint, request, caller, fault);
        }
        switch (fault.get()) {
            case POLL_FAILS, LOOKUP_FAILS -> throw Problems.plain(503, "Service Unavailable");
            case TIMEOUT_BEFORE_APPLYING -> {
                return WireAnswer.cut();
            }
            case TIMEOUT_AFTER_APPLYING -> {
                handle(endpoint, request, caller, fault);
                return WireAnswer.cut();
            }
            case TOKEN_DEAD -> {
                scene.grants.revokeAll(caller.userId());
                throw Doorkeeper.unauthorized();
            }
            default -> {
                return handle(endpoint, request, caller, fault);
            }
        }
    }

    private WireAnswer handle(Endpoint endpoint, WireRequest request, Caller caller, Optional<Fault> fault) {
        String name = endpoint.name(request);
        return switch (endpoint) {
            case SEARCH -> reads.search(request, caller, fault);
            case MENTIONS -> reads.mentions(request, caller, name, fault);
            case TIMELINE -> reads.timeline(request, caller, name, fault);
            case LOOKUP -> lookups.posts(request, caller);
            case LOOKUP_ONE -> lookups.post(request, caller, name);
            case ME -> lookups.me(request, caller);
            case BY_USERNAME -> lookups.byUsername(request, name);
            case CREATE -> writes.create(request, caller, fault);
            case DELETE -> writes.delete(caller, name);
            case HIDE -> writes.hide(request, caller, name);
            case STREAM -> streams.open(request);
            case RULES -> rules.list(request);
            case CHANGE_RULES -> rules.change(request);
            case DISCONNECT -> streams.kill();
            case SUBSCRIBE -> activity.subscribe(request);
            case SUBSCRIPTIONS -> activity.subscriptions();
            case UNSUBSCRIBE -> activity.unsubscribe(name);
            case TOKEN -> tokens.refresh(request);
            case REVOKE -> tokens.revoke(request);
        };
    }
}
