package org.otklik.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A server of its own behind a wire, and a cluster that works over it. For one thread. */
final class WiredCluster implements AutoCloseable {

    final Server server;
    final Proxy proxy;
    final Cluster cluster;

    private WiredCluster(Server server, Proxy proxy, Cluster cluster) {
        this.server = server;
        this.proxy = proxy;
        this.cluster = cluster;
    }

    /**
     * Starts a server, without workers.
     *
     * @param folder for logs
     * @param data where the server keeps its files
     * @param network what is behind the cluster
     * @param posts how many are written at the most
     */
    static WiredCluster over(Path folder, Path data, FakeNetwork network, long seed, int posts)
            throws IOException, InterruptedException, SQLException {
        Server server = Server.create(data);
        Proxy proxy = new Proxy(server.port());
        Cluster cluster = new Cluster(folder, Cluster.Database.of(server, proxy), network, seed, posts);
        return new WiredCluster(server, proxy, cluster);
    }

    /** Starts a server in a folder, without workers. */
    static WiredCluster in(Path folder, FakeNetwork network, long seed, int posts)
            throws IOException, InterruptedException, SQLException {
        return over(folder, folder.resolve("data"), network, seed, posts);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        proxy.close();
        server.close();
    }
}
