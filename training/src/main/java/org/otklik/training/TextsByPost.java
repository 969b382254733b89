package org.otklik.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.post.PostId;

/** Looks up what posts say; those whose text is erased are missing in the answer. */
interface TextsByPost {

    Map<PostId, String> of(List<PostId> posts);

    static Map<PostId, String> of(List<PostId> posts, Function<PostId, Optional<String>> textOf) {
        Map<PostId, String> texts = new HashMap<>();
        posts.forEach(post -> textOf.apply(post).ifPresent(text -> texts.put(post, text)));
        return texts;
    }
}
