package org.otklik.adapters.meta;

import org.otklik.post.NetworkId;

/**
 * Pages of Facebook; thread-safe as {@link org.otklik.spi.NetworkAdapter} says.
 *
 * <p>Sources of each page: {@code page:<id>} (what the page and its visitors write there, and what people comment, on two levels), {@code
 * tagged:<id>} (posts elsewhere on which the page was tagged) and {@code hints:<id>} (mentions that webhooks told).
 * Nothing else of Facebook can be searched or read.
 */
public final class FacebookAdapter extends MetaAdapter {

    static final NetworkId NETWORK = NetworkId.of("facebook");

    private FacebookAdapter(MetaSettings settings) {
        super(settings, FacebookDialect::new);
    }

    /**
     * Creates an adapter.
     *
     * @param settings pages, intervals, limits
     * @return the adapter, to be attached by a desk
     */
    public static FacebookAdapter of(MetaSettings settings) {
        return new FacebookAdapter(settings);
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }
}
