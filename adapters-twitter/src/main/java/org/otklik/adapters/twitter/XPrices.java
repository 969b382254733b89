package org.otklik.adapters.twitter;

/**
 * What X takes for each post that is read or written, and how much a day may cost; immutable.
 *
 * <p>Money is counted in thousandths of a dollar. Prices change; look them up in the developer console.
 *
 * @param read a post of somebody else
 * @param ownedRead a post that mentions the account which reads, or one of its own
 * @param write a post without a link
 * @param link a post with a link
 * @param daily how much may be spent in a day of UTC
 */
public record XPrices(long read, long ownedRead, long write, long link, long daily) {

    /** Checks that nothing is below nought. */
    public XPrices {
        if (read < 0 || ownedRead < 0 || write < 0 || link < 0 || daily < 0) {
            throw new IllegalArgumentException("No price and no daily ceiling of X can be below nought.");
        }
    }

    /**
     * Returns the prices of pay-per-use as published in 2026.
     *
     * @param daily how much may be spent in a day, in thousandths of a dollar
     * @return half a cent a post read, a tenth of a cent an owned one, 1.5 cents a reply, 20 cents one with a link
     */
    public static XPrices payPerUse(long daily) {
        return new XPrices(5, 1, 15, 200, daily);
    }
}
