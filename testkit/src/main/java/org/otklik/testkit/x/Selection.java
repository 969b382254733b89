package org.otklik.testkit.x;

import java.util.Set;

/**
 * What a caller wants to see of posts and users.
 *
 * @param asked in whose words
 * @param answered in which words the answer is
 * @param fields of posts
 * @param expansions what is included
 * @param userFields of users
 * @param key the same for the same rendering
 */
record Selection(
        Spelling asked,
        Spelling answered,
        Set<String> fields,
        Set<String> expansions,
        Set<String> userFields,
        String key) {

    boolean has(String field) {
        return fields.contains(field) || expansions.contains(field);
    }

    boolean wantsParents() {
        return expansions.contains(asked.parents());
    }

    boolean shows(String tweetWord, String postWord) {
        return asked == Spelling.TWEET ? has(tweetWord) : has(postWord);
    }
}
