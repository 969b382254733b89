package org.otklik.testkit.x;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A single condition of a query. */
final class XTerm {

    private static final Pattern OPERATOR = Pattern.compile("([a-z_]+):(.+)");
    private static final Set<String> CONJUNCTION_REQUIRED = Set.of("is", "has", "lang");
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private XTerm() {}

    static boolean standsAlone(String term) {
        Matcher operator = OPERATOR.matcher(term);
        return !operator.matches() || !CONJUNCTION_REQUIRED.contains(operator.group(1));
    }

    static Predicate<XPost> of(String term) {
        Matcher operator = OPERATOR.matcher(term);
        if (!term.startsWith("\"") && operator.matches()) {
            return operator(operator.group(1), operator.group(2).replace("\"", ""));
        }
        List<String> words = XText.wordsOf(term);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words in '" + term + "'");
        }
        if (words.size() == 1) {
            String word = words.get(0);
            return post -> post.words().contains(word);
        }
        String phrase = " " + String.join(" ", words) + " ";
        return post -> post.words().containsAll(words)
                && (" " + String.join(" ", XText.wordsOf(post.text.plain())) + " ").contains(phrase);
    }

    private static Predicate<XPost> operator(String name, String value) {
        return switch (name) {
            case "from" -> post -> isUser(post.author, value);
            case "to" ->
                post -> post.parent()
                        .filter(parent -> isUser(parent.author, value))
                        .isPresent();
            case "conversation_id" ->
                post -> Long.toString(post.place.conversation()).equals(value);
            case "in_reply_to_tweet_id", "in_reply_to_post_id" -> post -> isPost(post.place.parent(), value);
            case "quotes_of_tweet_id", "quotes_of_post_id" -> post -> isPost(post.place.quoted(), value);
            case "lang" -> post -> post.text.lang().equals(value);
            case "is" -> is(value);
            case "has" -> has(value);
            case "url" -> post -> post.text.plain().contains(value);
            case "place_country" -> post -> post.spot != null && value.equals("ru");
            case "point_radius" -> near(value);
            default -> throw new IllegalArgumentException("unknown operator '" + name + ":'");
        };
    }

    private static boolean isUser(XUser user, String value) {
        return user.handle.equalsIgnoreCase(value) || user.id.equals(value);
    }

    private static boolean isPost(@Nullable XPost post, String value) {
        return post != null && post.history.contains(value);
    }

    private static Predicate<XPost> is(String value) {
        return switch (value) {
            case "reply" -> XPost::isReply;
            case "quote" -> post -> post.place.quoted() != null;
            case "retweet", "verified", "nullcast" -> post -> false;
            default -> throw new IllegalArgumentException("unknown operator 'is:" + value + "'");
        };
    }

    private static Predicate<XPost> has(String value) {
        return switch (value) {
            case "links" -> post -> post.text.hasAddress();
            case "mentions" -> post -> !post.text.mentions().isEmpty();
            case "hashtags" -> post -> post.text.entities().has("hashtags");
            case "geo" -> post -> post.spot != null;
            case "media", "images", "videos", "video_link" -> post -> false;
            default -> throw new IllegalArgumentException("unknown operator 'has:" + value + "'");
        };
    }

    /** {@code [longitude latitude 25km]}. */
    private static Predicate<XPost> near(String value) {
        String[] parts = value.replaceAll("[\\[\\]]", "").strip().split(" +", -1);
        if (parts.length != 3 || !parts[2].matches("[0-9.]+km")) {
            throw new IllegalArgumentException("point_radius needs longitude, latitude and a radius in km");
        }
        double longitude = Double.parseDouble(parts[0]);
        double latitude = Double.parseDouble(parts[1]);
        double radius = Double.parseDouble(parts[2].replace("km", ""));
        return post -> {
            XPost.Spot spot = post.spot;
            return spot != null
                    && Math.hypot(
                                            (spot.longitude() - longitude) * Math.cos(Math.toRadians(latitude)),
                                            spot.latitude() - latitude)
                                    * KILOMETRES_PER_DEGREE
                            <= radius;
        };
    }
}
