package org.otklik.testkit.meta;

import java.util.Set;

/** The kinds of nodes in the graph, with the fields that may be asked for; written by hand from the reference pages. */
enum Kind {
    PAGE("Page", "name,id", "id,name,username,link,about,category,fan_count,instagram_business_account"),
    PERSON("User", "id", "id"),
    POST(
            "Post",
            "created_time,message,id",
            "id,message,created_time,updated_time,from,permalink_url,is_hidden,is_published,is_expired,status_type,"
                    + "story,full_picture,parent_id,message_tags,shares,can_reply_privately,comments,attachments,to"),
    COMMENT(
            "Comment",
            "created_time,from,message,id",
            "id,message,created_time,from,parent,object,permalink_url,can_comment,can_hide,can_remove,can_like,"
                    + "can_reply_privately,is_hidden,is_private,comment_count,like_count,attachment,message_tags,"
                    + "user_likes,comments"),
    IG_USER(
            "IGUser",
            "id",
            "id,username,name,biography,website,media_count,followers_count,follows_count,profile_picture_url,"
                    + "user_id,account_type,mentioned_comment,mentioned_media"),
    MEDIA(
            "IGMedia",
            "id",
            "id,caption,timestamp,permalink,comments_count,like_count,media_product_type,media_type,media_url,"
                    + "thumbnail_url,owner,username,shortcode,is_comment_enabled,comments"),
    IG_COMMENT(
            "IGComment",
            "timestamp,text,id",
            "id,text,timestamp,username,from,parent_id,hidden,like_count,media,user,replies"),
    /** A medium as found by its hashtag, without its author. */
    TAGGED_MEDIA(
            "IGHashtagMedia",
            "id",
            "id,caption,timestamp,permalink,comments_count,like_count,media_type,media_url,children"),
    HASHTAG("IGHashtag", "id", "id,name");

    private final String words;
    private final String standard;
    private final Set<String> known;

    Kind(String words, String standard, String known) {
        this.words = words;
        this.standard = standard;
        this.known = Set.of(known.split(",", -1));
    }

    /** Returns which fields come unless others are asked for. */
    String standard() {
        return standard;
    }

    void require(String field) {
        if (!known.contains(field)) {
            throw GraphError.noField(field, words);
        }
    }

    boolean isComment() {
        return this == COMMENT || this == IG_COMMENT;
    }

    boolean isFacebook() {
        return this == PAGE || this == POST || this == COMMENT;
    }

    @Override
    public String toString() {
        return words;
    }
}
