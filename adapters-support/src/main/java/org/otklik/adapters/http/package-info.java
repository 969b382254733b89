/**
 * The one way out to a network: bounded in time and size, through the host's proxy and trust.
 *
 * <p>A host makes one {@link org.otklik.adapters.http.JdkHttpTransport} from
 * {@link org.otklik.adapters.http.HttpSettings} and gives it to all adapters, or brings an
 * {@link org.otklik.adapters.http.HttpTransport} of its own. Every failure says whether the network may have done what
 * was asked; no word of a call or failure shows query, headers, body, or what looks like a key in the path.
 */
@NullMarked
package org.otklik.adapters.http;

import org.jspecify.annotations.NullMarked;
