package org.otklik.adapters.twitter;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of each post, in either spelling. */
final class XFields {

    private static final String COMMON =
            "id,text,created_at,conversation_id,lang,geo,entities,public_metrics,reply_settings,attachments";
    private static final String TWEET_EXPANSIONS =
            "author_id,in_reply_to_user_id,referenced_tweets.id,geo.place_id,attachments.media_keys";
    private static final String POST_EXPANSIONS =
            "author_id,in_reply_to_user_id,referenced_posts,edit_history_post_ids,geo.place_id,attachments.media_keys";

    private XFields() {}

    /** Parameters for a call; in the newer words some fields may be asked for as expansions only. */
    static Map<String, String> of(XSettings.Spelling spelling) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (spelling == XSettings.Spelling.TWEET) {
            fields.put(
                    "tweet.fields",
                    COMMON + ",author_id,in_reply_to_user_id,referenced_tweets,note_tweet,edit_history_tweet_ids");
            fields.put("expansions", TWEET_EXPANSIONS);
        } else {
            fields.put("post.fields", COMMON + ",note_post");
            fields.put("expansions", POST_EXPANSIONS);
        }
        fields.put("user.fields", "id,name,username");
        fields.put("media.fields", "media_key,type,url,preview_image_url");
        return fields;
    }
}
