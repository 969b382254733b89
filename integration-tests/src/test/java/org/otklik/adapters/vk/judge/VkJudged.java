package org.otklik.adapters.vk.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.List;
import org.otklik.testkit.vk.VkFake;

/** Opens fakes whose every exchange is judged by the published schema, if the schema is there. */
public final class VkJudged {

    private VkJudged() {}

    /**
     * Opens a fake.
     *
     * @param clock tells its time
     * @return the running fake, judged if {@code ../shared/schemas/vk} exists
     */
    public static VkFake open(InstantSource clock) {
        VkFake vk = VkFake.open(clock);
        Schemas.find().ifPresent(schemas -> vk.server().inspectedBy(new VkSchemaInspector(schemas, vk::kindOf)));
        return vk;
    }

    /**
     * Fails if anything was objected to; for the end of each test.
     *
     * @param vk the fake
     */
    public static void assertNoViolations(VkFake vk) {
        assertEquals(List.of(), vk.server().violations());
    }
}
