package org.otklik.internal.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
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

/** Which values are written as one string. */
final class ValueTypes {

    private ValueTypes() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("otklik");
        add(module, Instant.class, Instant::parse);
        add(module, Duration.class, Duration::parse);
        add(module, LocalDate.class, LocalDate::parse);
        add(module, URI.class, URI::create);
        add(module, TopicId.class, TopicId::of);
        add(module, PlaceId.class, PlaceId::of);
        add(module, BodyId.class, BodyId::of);
        add(module, IncidentId.class, IncidentId::of);
        add(module, DraftId.class, DraftId::of);
        add(module, PublicationId.class, PublicationId::of);
        add(module, InstructionId.class, InstructionId::of);
        add(module, NetworkId.class, NetworkId::of);
        add(module, AccountId.class, AccountId::parse);
        add(module, PostId.class, ValueTypes::postId);
        add(module, Pseudonym.class, Pseudonym::new);
        add(module, ReplyHash.class, ReplyHash::new);
        add(module, ClockName.class, ClockName::of);
        add(module, CalendarCode.class, CalendarCode::of);
        module.addSerializer(new OptionalJson.Writer());
        module.addDeserializer(Optional.class, new OptionalJson.Reader());
        return module;
    }

    static PostId postId(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no post: expected 'network:nativeId'.");
        }
        return PostId.of(text.substring(0, colon), text.substring(colon + 1));
    }

    private static <T> void add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new StringWriter<>(type));
        module.addDeserializer(type, new StringReader<>(type, parse));
    }

    private static final class StringWriter<T> extends StdScalarSerializer<T> {

        private static final long serialVersionUID = 1L;

        StringWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString());
        }
    }

    private static final class StringReader<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        StringReader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString("");
            try {
                return parse.apply(text);
            } catch (RuntimeException e) {
                throw context.weirdStringException(text, handledType(), String.valueOf(e.getMessage()));
            }
        }
    }
}
