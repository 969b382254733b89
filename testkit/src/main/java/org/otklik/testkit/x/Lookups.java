package org.otklik.testkit.x;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** What is asked for by its name: posts by ids, users. */
final class Lookups {

    private final Scene scene;

    Lookups(Scene scene) {
        this.scene = scene;
    }

    WireAnswer posts(WireRequest request, Caller caller) {
        Parameters given = new Parameters(request, scene.problems());
        given.only(Parameters.withFields(scene.spelling, Set.of("ids")));
        Selection selection = given.selection(scene.spelling, scene.spelling);
        List<XPost> found = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        for (String id : given.ids("ids", 100)) {
            sort(id, "ids", caller, found, errors);
        }
        String data = found.isEmpty()
                ? ""
                : "\"data\":["
                        + String.join(
                                ",",
                                found.stream()
                                        .map(post -> Rendering.post(post, selection))
                                        .toList())
                        + "]";
        return answer(data, found, errors, selection, caller);
    }

    WireAnswer post(WireRequest request, Caller caller, String id) {
        Parameters given = new Parameters(request, scene.problems());
        given.only(Parameters.withFields(scene.spelling, Set.of()));
        Selection selection = given.selection(scene.spelling, scene.spelling);
        List<XPost> found = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        sort(id, "id", caller, found, errors);
        String data = found.isEmpty() ? "" : "\"data\":" + Rendering.post(found.get(0), selection);
        return answer(data, found, errors, selection, caller);
    }

    private void sort(String id, String parameter, Caller caller, List<XPost> found, List<String> errors) {
        Optional<XPost> post = scene.store.find(id).filter(one -> !one.deleted);
        if (post.filter(one -> Scene.sees(caller, one)).isPresent()) {
            found.add(post.get());
            boolean owned = post.get().author.id.equals(caller.userId());
            scene.purse.payRead(owned ? Purse.OWNED_READ : Purse.POST_READ, id, scene.store);
        } else if (post.filter(one -> one.author.isProtected).isPresent()) {
            errors.add(scene.problems().unauthorized(parameter, id).toString());
        } else {
            errors.add(scene.problems().missing("tweet", parameter, id).toString());
        }
    }

    private WireAnswer answer(String data, List<XPost> found, List<String> errors, Selection selection, Caller caller) {
        String companions =
                new Rendering(scene.problems()).companions(found, selection, post -> Scene.sees(caller, post), errors);
        String body = data.isEmpty() && companions.startsWith(",") ? companions.substring(1) : data + companions;
        return WireAnswer.of(200, "application/json; charset=utf-8", "{" + body + "}");
    }

    WireAnswer me(WireRequest request, Caller caller) {
        return user(request, scene.store.byId(caller.userId()), "id", caller.userId());
    }

    WireAnswer byUsername(WireRequest request, String username) {
        return user(request, scene.store.byHandle(username), "username", username);
    }

    private WireAnswer user(WireRequest request, Optional<XUser> user, String parameter, String value) {
        Parameters given = new Parameters(request, scene.problems());
        given.only(Set.of("user.fields", "expansions", scene.spelling.fieldsParameter()));
        Set<String> fields = given.userFields();
        user.ifPresent(known -> scene.purse.payRead(Purse.USER_READ, known.id, scene.store));
        String body = user.map(known -> "{\"data\":" + known.json(fields) + "}")
                .orElseGet(() -> "{\"errors\":[" + scene.problems().missing("user", parameter, value) + "]}");
        return WireAnswer.of(200, "application/json; charset=utf-8", body);
    }
}
