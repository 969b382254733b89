package org.otklik.adapters.meta;

import org.otklik.post.NetworkId;

/**
 * Professional accounts of Instagram; thread-safe as {@link org.otklik.spi.NetworkAdapter} says.
 *
 * <p>Sources of each account: {@code page:<id>} (its media and what people comment, on two levels), {@code tagged:<id>} (media of others
 * on which it was tagged) and {@code hints:<id>} (mentions that webhooks told); and {@code hashtag:<query>:<tag>} for
 * each hashtag of a watched query, of which an account may ask for thirty in seven days.
 */
public final class InstagramAdapter extends MetaAdapter {

    static final NetworkId NETWORK = NetworkId.of("instagram");

    private InstagramAdapter(MetaSettings settings) {
        super(settings, InstagramDialect::new);
    }

    /**
     * Creates an adapter.
     *
     * @param settings accounts, intervals, limits
     * @return the adapter, to be attached by a desk
     */
    public static InstagramAdapter of(MetaSettings settings) {
        return new InstagramAdapter(settings);
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }
}
