package org.otklik.stored;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.id.PlaceId;
import org.otklik.id.PublicationId;
import org.otklik.id.TopicId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.post.Pseudonym;
import org.otklik.reply.ReplyHash;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockName;

/** Makes a value of a stored type with every component filled, so that a new type's fixture need not be thought up. */
final class Example {

    private static final String ID = "01m7rhmr00zg4mde7gwjmaq1ex";

    private static final Map<Class<?>, Object> VALUES = new HashMap<>(Map.ofEntries(
            Map.entry(String.class, "CODE"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(double.class, 0.5),
            Map.entry(boolean.class, true),
            Map.entry(Instant.class, Instant.parse("2026-11-26T08:00:00.123456Z")),
            Map.entry(Duration.class, Duration.ofHours(36)),
            Map.entry(LocalDate.class, LocalDate.parse("2026-11-26")),
            Map.entry(URI.class, URI.create("https://example.org/1")),
            Map.entry(TopicId.class, TopicId.of("roads.pit")),
            Map.entry(PlaceId.class, PlaceId.of("zarechinsk")),
            Map.entry(BodyId.class, BodyId.of("min-roads")),
            Map.entry(IncidentId.class, IncidentId.of(ID)),
            Map.entry(DraftId.class, DraftId.of(ID)),
            Map.entry(PublicationId.class, PublicationId.of(ID)),
            Map.entry(InstructionId.class, InstructionId.of(ID)),
            Map.entry(NetworkId.class, NetworkId.of("vk")),
            Map.entry(AccountId.class, AccountId.of("vk", "official")),
            Map.entry(PostId.class, PostId.of("vk", "-1_2")),
            Map.entry(Pseudonym.class, new Pseudonym("0123456789abcdef".repeat(2))),
            Map.entry(ReplyHash.class, new ReplyHash("0123456789abcdef".repeat(4))),
            Map.entry(ClockName.class, ClockName.FINAL),
            Map.entry(CalendarCode.class, CalendarCode.of("24x7"))));

    private Example() {}

    static <T> T of(Class<T> type) {
        return type.cast(of((Type) type));
    }

    private static Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        Object known = VALUES.get(plain);
        if (known != null) {
            return known;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isSealed()) {
            return of((Type) plain.getPermittedSubclasses()[0]);
        }
        return record(plain);
    }

    private static Object container(ParameterizedType generic) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type element = generic.getActualTypeArguments()[0];
        // Among several bodies none may be the lead.
        Object first = element == BodyId.class && raw != Optional.class ? BodyId.of("min-health") : of(element);
        if (raw == Optional.class) {
            return Optional.of(first);
        } else if (raw == Set.class) {
            return Set.of(first);
        } else if (raw == List.class || raw == Collection.class) {
            return List.of(first);
        } else if (raw == Map.class) {
            return Map.of(first, of(generic.getActualTypeArguments()[1]));
        }
        throw new IllegalArgumentException("No example of " + generic);
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("No example of " + type);
        }
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = of(components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("No example of " + type, failure);
        }
    }
}
