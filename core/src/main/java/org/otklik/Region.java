package org.otklik;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.otklik.classify.Lexicon;
import org.otklik.classify.TopicTree;
import org.otklik.id.BodyId;
import org.otklik.id.PlaceId;
import org.otklik.internal.region.LoadedPack;
import org.otklik.internal.region.PackLoader;
import org.otklik.place.Gazetteer;
import org.otklik.post.NetworkNames;
import org.otklik.route.AccountDirectory;
import org.otklik.route.BodyDirectory;
import org.otklik.route.RoutingTable;
import org.otklik.sla.EscalationLadder;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.WorkCalendars;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/**
 * A validated data pack: everything in which one region differs from another; immutable and thread-safe.
 *
 * <p>A pack is a set of files: {@code region.json}, {@code topics.json}, {@code places.csv}, {@code bodies.json},
 * {@code accounts.csv}, {@code sources.csv}, {@code queries.json}, {@code routing.json}, {@code calendar.csv},
 * {@code sla.json} and the lexicon's files, which {@code region.json} names.
 */
public final class Region {

    private final LoadedPack pack;

    private Region(LoadedPack pack) {
        this.pack = pack;
    }

    /**
     * Loads a pack from a folder.
     *
     * @param folder holds {@code region.json}
     * @return the region
     * @throws RegionPackException with every mistake of every file
     */
    public static Region load(Path folder) {
        return load(PackSource.folder(folder));
    }

    /**
     * Loads a pack from anywhere.
     *
     * @param source opens the pack's files
     * @return the region
     * @throws RegionPackException with every mistake of every file
     */
    public static Region load(PackSource source) {
        return new Region(PackLoader.load(source));
    }

    /**
     * Loads a pack from resources, such as those of {@code otklik-region-samara}.
     *
     * @param loader sees the resources
     * @param root folder of {@code region.json}, such as {@code regions/samara}
     * @return the region
     * @throws RegionPackException with every mistake of every file
     */
    public static Region fromResources(ClassLoader loader, String root) {
        return load(PackSource.resources(loader, root));
    }

    /**
     * Returns the region's id.
     *
     * @return a stable slug
     */
    public String id() {
        return pack.identity().id();
    }

    /**
     * Returns the region's name.
     *
     * @param locale Russian for Russian readers, English for all others
     * @return the name
     */
    public String name(Locale locale) {
        return "ru".equals(locale.getLanguage())
                ? pack.identity().nameRu()
                : pack.identity().nameEn();
    }

    /**
     * Returns the zone in which the region's days begin and end.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return pack.identity().zone();
    }

    /**
     * Returns the version of the pack, which every decision records.
     *
     * @return the version
     */
    public String version() {
        return pack.identity().version();
    }

    /**
     * Returns what stands before the numbers of incidents: {@code 63} in {@code 63-2026-000123}.
     *
     * @return the prefix
     */
    public String numberPrefix() {
        return pack.identity().numberPrefix();
    }

    /**
     * Returns the region itself as a place.
     *
     * @return its id in the gazetteer
     */
    public PlaceId place() {
        return pack.identity().place();
    }

    /**
     * Returns the body that speaks for bodies without an account.
     *
     * @return its id
     */
    public BodyId regionBody() {
        return pack.identity().regionBody();
    }

    /**
     * Returns the body of the head of the region, who gives instructions.
     *
     * @return its id
     */
    public BodyId headBody() {
        return pack.identity().headBody();
    }

    /**
     * Returns the rubricator.
     *
     * @return the topics
     */
    public TopicTree topics() {
        return pack.topics();
    }

    /**
     * Returns the places.
     *
     * @return the gazetteer
     */
    public Gazetteer gazetteer() {
        return pack.gazetteer();
    }

    /**
     * Returns the responsible bodies.
     *
     * @return the directory
     */
    public BodyDirectory bodies() {
        return pack.bodies();
    }

    /**
     * Returns the accounts through which bodies speak.
     *
     * @return the directory
     */
    public AccountDirectory accounts() {
        return pack.accounts();
    }

    /**
     * Returns what the region calls networks, with the footnotes that its law wants.
     *
     * @return the names; none for networks that are called as usual
     */
    public NetworkNames networkNames() {
        return pack.identity().networks();
    }

    /**
     * Returns what adapters watch unless the host says otherwise.
     *
     * @return pages and queries
     */
    public WatchList watchList() {
        return new WatchList(sources(), queries());
    }

    /**
     * Returns the pages that are read for posts.
     *
     * @return in the pack's order
     */
    public List<WatchedPage> sources() {
        return pack.sources();
    }

    /**
     * Returns what networks are searched for.
     *
     * @return in the pack's order
     */
    public List<WatchedQuery> queries() {
        return pack.queries();
    }

    /**
     * Returns the routing table, the region's default router.
     *
     * @return the table
     */
    public RoutingTable routingTable() {
        return pack.routing();
    }

    /**
     * Returns the working hours.
     *
     * @return the calendars by code
     */
    public WorkCalendars calendars() {
        return pack.deadlines().calendars();
    }

    /**
     * Returns the targets of the clocks.
     *
     * @return the region's default policy
     */
    public SlaPolicy slaPolicy() {
        return pack.deadlines().policy();
    }

    /**
     * Returns who is told when a clock runs over.
     *
     * @return the ladder
     */
    public EscalationLadder escalation() {
        return pack.deadlines().escalation();
    }

    /**
     * Returns the rules by which posts are classified.
     *
     * @return the lexicon
     */
    public Lexicon lexicon() {
        return pack.lexicon();
    }

    @Override
    public String toString() {
        return "region " + id() + " " + version();
    }
}
