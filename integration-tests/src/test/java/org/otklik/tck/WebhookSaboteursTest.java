package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryNetwork;

/** Every case of the contract of webhooks has a decoder that gets just this wrong, and must be caught. */
class WebhookSaboteursTest {

    private static final Map<String, Class<?>> SABOTEURS = Map.ofEntries(
            Map.entry("a_genuine_request_brings_its_post", BringsNothing.class),
            Map.entry("a_replayed_request_brings_the_same_again_and_nothing_else", NewIdEachTime.class),
            Map.entry("a_request_with_a_wrong_secret_is_rejected", BelievesAll.class),
            Map.entry("without_a_configured_secret_nothing_is_believed", SkipsWithoutSecret.class),
            Map.entry("a_request_that_was_changed_on_its_way_is_rejected", LooksForASignatureOnly.class),
            Map.entry("no_changed_byte_makes_it_throw", Throws.class),
            Map.entry("other_bytes_of_the_same_meaning_are_not_what_was_signed", SignsWhatItParsed.class),
            Map.entry("a_request_without_its_signature_is_rejected", WarnsOnly.class),
            Map.entry("a_signature_that_stands_twice_is_rejected", TakesTheFirst.class),
            Map.entry("a_signature_of_another_algorithm_is_rejected", CutsThePrefix.class),
            Map.entry("a_signature_in_capital_letters_is_not_what_the_network_writes", IgnoresCase.class),
            Map.entry("an_empty_body_is_rejected", TakesEmptyForAPing.class),
            Map.entry("a_cut_off_body_is_rejected", TakesWhatItCannotRead.class),
            Map.entry("a_body_of_ten_megabytes_is_rejected", KnowsNoBounds.class),
            Map.entry("a_gzip_bomb_is_never_unpacked", Unpacks.class),
            Map.entry("what_is_no_json_is_rejected", TakesNull.class),
            Map.entry("a_json_bomb_is_rejected", ReadsByHand.class),
            Map.entry("a_name_that_stands_twice_is_rejected", LastOneWins.class),
            Map.entry("a_wrong_content_type_opens_no_door", SparesForms.class),
            Map.entry(
                    "the_question_whether_the_address_is_ours_is_answered_and_brings_nothing",
                    WantsSignedQuestions.class),
            Map.entry("a_get_that_asks_nothing_is_rejected", LikesEveryGet.class));

    @TestFactory
    List<DynamicTest> each_saboteur_is_caught() {
        return new TreeSet<>(SABOTEURS.keySet())
                .stream()
                        .map(name -> DynamicTest.dynamicTest(name, () -> Kit.catches(SABOTEURS.get(name), name)))
                        .toList();
    }

    @Test
    void no_case_of_the_contract_is_without_a_saboteur() {
        Set<String> cases = Arrays.stream(WebhookContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName())
                .collect(Collectors.toSet());

        assertEquals(cases, SABOTEURS.keySet());
    }

    static class BringsNothing extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision read(AccountId account, WebhookRequest request) {
                    return nothingNew();
                }
            };
        }
    }

    static class NewIdEachTime extends SignedWebhookTest {
        private int count;

        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision read(AccountId account, WebhookRequest request) {
                    count++;
                    return brings(account, "event-" + count, "Яма на улице Победы");
                }
            };
        }
    }

    static class BelievesAll extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                    return true;
                }
            };
        }
    }

    static class SkipsWithoutSecret extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                    return secret.isEmpty() || super.isGenuine(secret, request);
                }
            };
        }
    }

    static class LooksForASignatureOnly extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean same(String wanted, String given) {
                    return given.length() == wanted.length();
                }
            };
        }
    }

    static class Throws extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision unreadable(UnreadableJson e) {
                    throw e;
                }
            };
        }
    }

    static class SignsWhatItParsed extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                    return super.isGenuine(secret, request)
                            || values(request).equals(List.of(sign(secret.orElse("?"), written(request.body()))));
                }

                private byte[] written(byte[] body) {
                    try {
                        JsonNode json = json(body);
                        return body(json.path("id").asText(), json.path("text").asText());
                    } catch (UnreadableJson e) {
                        return body;
                    }
                }
            };
        }
    }

    static class WarnsOnly extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                    return signature(request).isEmpty() || super.isGenuine(secret, request);
                }
            };
        }
    }

    static class TakesTheFirst extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                Optional<String> signature(WebhookRequest request) {
                    return values(request).stream().findFirst();
                }
            };
        }
    }

    static class CutsThePrefix extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean same(String wanted, String given) {
                    return wanted.endsWith(given.substring(given.indexOf('=') + 1)) && given.length() > 40;
                }
            };
        }
    }

    static class IgnoresCase extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean same(String wanted, String given) {
                    return super.same(wanted, given.toLowerCase(Locale.ROOT));
                }
            };
        }
    }

    static class TakesEmptyForAPing extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                public WebhookDecision decode(AccountId account, WebhookRequest request) {
                    boolean ping = request.method().equals("POST") && request.body().length == 0;
                    return ping ? nothingNew() : super.decode(account, request);
                }
            };
        }
    }

    static class TakesWhatItCannotRead extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision unreadable(UnreadableJson e) {
                    return nothingNew();
                }
            };
        }
    }

    static class KnowsNoBounds extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                int largest() {
                    return Integer.MAX_VALUE;
                }
            };
        }
    }

    static class Unpacks extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                JsonNode json(byte[] body) {
                    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                        return super.json(unpacked.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }
    }

    static class TakesNull extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision read(AccountId account, WebhookRequest request) {
                    return text(request.body()).equals("null") ? nothingNew() : super.read(account, request);
                }
            };
        }
    }

    static class ReadsByHand extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision read(AccountId account, WebhookRequest request) {
                    return text(request.body()).endsWith("}") ? brings(account, "1", "?") : rejected("NO_JSON");
                }
            };
        }
    }

    static class LastOneWins extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                JsonNode json(byte[] body) {
                    return WireJson.ofAnswers().read(body);
                }
            };
        }
    }

    static class SparesForms extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                    boolean form = request.header("Content-Type").orElse("").contains("form");
                    return form || super.isGenuine(secret, request);
                }
            };
        }
    }

    static class WantsSignedQuestions extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision challenge(WebhookRequest request) {
                    return rejected("BAD_SIGNATURE");
                }
            };
        }
    }

    static class LikesEveryGet extends SignedWebhookTest {
        @Override
        SignedDecoder decoder(InMemoryNetwork network) {
            return new SignedDecoder(network) {
                @Override
                WebhookDecision challenge(WebhookRequest request) {
                    return nothingNew();
                }
            };
        }
    }
}
