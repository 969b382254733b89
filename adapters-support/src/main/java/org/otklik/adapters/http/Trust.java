package org.otklik.adapters.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Java's default trust and the certificates of a bundle in one context. */
final class Trust {

    private Trust() {}

    static SSLContext withBundle(Path bundle) {
        List<Certificate> all = new ArrayList<>(certificates(bundle));
        try {
            all.addAll(trustedByJava());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < all.size(); i++) {
                store.setCertificateEntry("trusted-" + i, all.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificates of " + bundle + " cannot be trusted by this Java.", e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path bundle) {
        byte[] bytes = bytes(bundle);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("The certificate bundle " + bundle + " is empty.");
        }
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (!found.isEmpty()) {
                return found;
            }
            throw noCertificate(bundle, null);
        } catch (CertificateException e) {
            throw noCertificate(bundle, e);
        }
    }

    private static byte[] bytes(Path bundle) {
        try {
            return Files.readAllBytes(bundle);
        } catch (IOException e) {
            throw new IllegalArgumentException("The certificate bundle " + bundle + " cannot be read.", e);
        }
    }

    private static IllegalArgumentException noCertificate(Path bundle, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The certificate bundle " + bundle + " holds something else than X.509 certificates in PEM.", cause);
    }

    private static List<X509Certificate> trustedByJava() throws GeneralSecurityException {
        for (TrustManager one : managers(null)) {
            if (one instanceof X509TrustManager manager) {
                return List.of(manager.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    /** Of a store, or of Java's default trust if there is none. */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
