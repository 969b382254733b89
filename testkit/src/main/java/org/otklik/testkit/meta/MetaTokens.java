package org.otklik.testkit.meta;

import org.otklik.testkit.meta.Token.Login;

/** What can be done with the tokens of the networks; thread-safe. */
public final class MetaTokens {

    private final World world;

    MetaTokens(World world) {
        this.world = world;
    }

    /**
     * Gives the newest token of Facebook Login for an account of Instagram, with which mentions are read and hashtags
     * searched.
     *
     * @param igUser for whom
     * @return the token, which does not end
     */
    public String facebookLogin(String igUser) {
        return world.token(igUser, Login.FACEBOOK);
    }

    /**
     * Links a professional account to a page, whose token acts for both from now on.
     *
     * @param page which
     * @param igUser the account
     */
    public void link(String page, String igUser) {
        world.link(world.account(page), world.account(igUser));
    }

    /**
     * Grants a new token to a page, or of Instagram Login to a professional account.
     *
     * @param account whose
     * @return the token, which is the newest from now on
     */
    public String renew(String account) {
        synchronized (world) {
            Account holder = world.account(account);
            Login login = holder.kind == Kind.PAGE ? Login.PAGE : Login.INSTAGRAM;
            return world.tokens.issue(holder, login).value;
        }
    }

    /**
     * Lets a token die: error 190 from now on.
     *
     * @param token which
     * @param subcode why, such as 459 for a checkpoint, 460 for a changed password, 467 for invalid
     */
    public void invalidate(String token, int subcode) {
        synchronized (world) {
            world.tokens.known(token).dead = subcode;
        }
    }

    /**
     * Takes a permission from a token.
     *
     * @param token which
     * @param permission {@code pages_read_engagement} or {@code instagram_basic} to read, {@code
     *     pages_read_user_content} to learn who wrote, {@code pages_manage_engagement} to write, {@code
     *     instagram_manage_comments} to read and write comments; with Instagram Login {@code
     *     instagram_business_basic} and so on
     */
    public void deny(String token, String permission) {
        synchronized (world) {
            world.tokens.known(token).denied.add(permission);
        }
    }

    /**
     * Gives back what was taken from a token.
     *
     * @param token which
     */
    public void allow(String token) {
        synchronized (world) {
            world.tokens.known(token).denied.clear();
        }
    }
}
