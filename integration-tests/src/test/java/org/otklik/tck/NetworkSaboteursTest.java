package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.otklik.id.PublicationId;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** Every contract of a network is broken here on purpose, and must notice. */
class NetworkSaboteursTest {

    @Test
    void an_adapter_that_drops_the_last_post_of_a_page_is_caught() {
        Kit.catches(
                DropsPosts.class,
                "paging_returns_everything_and_comes_to_an_end",
                "a_post_comes_with_its_text_time_and_network",
                "another_process_goes_on_in_the_middle_of_paging");
    }

    static class DropsPosts extends PollingContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
                    PostPage page = super.poll(source, cursor, limit);
                    List<PostChange> rest = page.changes().stream()
                            .limit(Math.max(0, page.changes().size() - 1))
                            .toList();
                    return PostPage.of(rest, page.next(), page.more());
                }
            });
        }
    }

    @Test
    void an_adapter_that_remembers_where_it_was_instead_of_heeding_the_cursor_is_caught() {
        Kit.catches(IgnoresCursor.class, "a_page_that_was_not_stored_comes_again");
    }

    static class IgnoresCursor extends PollingContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                private Optional<Cursor> own = Optional.empty();

                @Override
                public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
                    PostPage page = super.poll(source, own, limit);
                    own = Optional.of(page.next());
                    return page;
                }
            });
        }
    }

    @Test
    void an_adapter_that_sees_no_edits_or_deletions_is_caught() {
        Kit.catches(
                SeesNoEdits.class,
                "a_post_that_was_read_before_is_reported_with_its_new_text",
                "a_post_that_was_edited_before_it_was_read_ends_with_its_new_text");
        Kit.catches(
                SeesNoDeletions.class,
                "a_post_that_was_read_before_is_reported_as_gone",
                "a_post_that_was_deleted_before_it_was_read_does_not_end_as_present");
    }

    private static HonestAdapter onlyFirstSight(InMemoryNetwork network) {
        return new HonestAdapter(network) {
            @Override
            public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
                PostPage page = super.poll(source, cursor, limit);
                List<PostChange> fresh = new ArrayList<>(page.changes());
                fresh.removeIf(change -> !(change instanceof PostChange.Present present)
                        || present.post().editedAt().isPresent());
                return PostPage.of(fresh, page.next(), page.more());
            }
        };
    }

    static class SeesNoEdits extends EditsContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, NetworkSaboteursTest::onlyFirstSight);
        }
    }

    static class SeesNoDeletions extends DeletionsContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, NetworkSaboteursTest::onlyFirstSight);
        }
    }

    @Test
    void an_adapter_that_takes_a_time_out_for_a_refusal_is_caught() {
        Kit.catches(KnowsTooMuch.class, "a_lost_answer_is_unknown_and_nothing_else");
    }

    static class KnowsTooMuch extends ReplyContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
                    PublishOutcome outcome = super.publish(target, text, key);
                    return outcome instanceof PublishOutcome.Unknown
                            ? new PublishOutcome.Later(FailureKind.TRANSIENT, Duration.ofSeconds(1))
                            : outcome;
                }
            });
        }
    }

    @Test
    void an_adapter_that_improves_the_text_or_sends_it_twice_is_caught() {
        Kit.catches(ImprovesText.class, "a_reply_is_shown_once_and_word_for_word");
        Kit.catches(SendsTwice.class, "a_reply_is_shown_once_and_word_for_word");
    }

    static class ImprovesText extends ReplyContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
                    return super.publish(target, text + " #отклик", key);
                }
            });
        }
    }

    static class SendsTwice extends ReplyContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
                    super.publish(target, text, key);
                    return super.publish(target, text, key);
                }
            });
        }
    }

    @Test
    void an_adapter_that_only_claims_to_send_once_is_caught() {
        Kit.catches(
                NotIdempotent.class,
                "a_second_sending_with_the_same_key_shows_nothing_more",
                "a_reply_whose_answer_was_lost_may_be_sent_again");
    }

    static class NotIdempotent extends IdempotentSendContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return new InMemoryNetworkUnderTest(InMemoryNetwork.named("vk"), time);
        }
    }

    @Test
    void an_adapter_that_takes_a_failed_look_for_a_proof_is_caught() {
        Kit.catches(SeesNothing.class, "a_failed_look_proves_nothing", "a_reply_whose_answer_was_lost_is_found");
    }

    static class SeesNothing extends ReadBackContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public ReadBack find(ReplyTarget target, String text, PublicationId key) {
                    return new ReadBack.Absent();
                }
            });
        }
    }

    @Test
    void an_adapter_that_declares_more_than_it_has_or_less_is_caught() {
        Kit.catches(
                DeclaresTooMuch.class,
                "each_capability_has_its_contract_test_and_no_other_is_tested",
                "the_adapter_is_a_decoder_if_and_only_if_it_takes_webhooks");
        Kit.catches(DeclaresTooLittle.class, "an_adapter_that_may_not_publish_says_that_it_cannot_reply_and_does_not");
        Kit.catches(HidesThatItReadsBack.class, "an_adapter_that_replies_is_a_finder_if_and_only_if_it_reads_back");
    }

    static class DeclaresTooMuch extends InMemoryCapabilitiesTest {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> declaring(honest, EnumSet.allOf(Capability.class)));
        }
    }

    static class DeclaresTooLittle extends InMemoryCapabilitiesTest {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> declaring(honest, Set.of(Capability.POLL)));
        }
    }

    static class HidesThatItReadsBack extends InMemoryCapabilitiesTest {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> declaring(honest, Set.of(Capability.POLL, Capability.REPLY)));
        }
    }

    @Test
    void an_adapter_whose_preview_is_not_what_it_publishes_is_caught() {
        Kit.catches(
                CutsSilently.class,
                "the_longest_text_is_taken_and_a_longer_one_refused",
                "the_preview_of_the_longest_text_fits_and_of_one_more_does_not");
        Kit.catches(ShowsAnother.class, "the_preview_shows_the_text_as_it_will_stand");
    }

    static class CutsSilently extends ReplyContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public ReplyPreview preview(ReplyTarget target, String text) {
                    ReplyPreview whole = super.preview(target, text);
                    return whole.fits() ? whole : super.preview(target, cut(text, whole.longest()));
                }

                @Override
                public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
                    return super.publish(target, preview(target, text).text(), key);
                }

                private String cut(String text, int longest) {
                    return text.substring(0, longest);
                }
            });
        }
    }

    static class ShowsAnother extends ReplyContract {
        @Override
        protected NetworkUnderTest networkUnderTest(SettableClock time) {
            return lying(time, honest -> new HonestAdapter(honest) {
                @Override
                public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
                    return super.publish(target, text.replace("https://", ""), key);
                }
            });
        }
    }

    private static HonestAdapter declaring(InMemoryNetwork network, Set<Capability> capabilities) {
        return new HonestAdapter(network) {
            @Override
            public Set<Capability> capabilities() {
                return capabilities;
            }
        };
    }

    @Test
    void every_contract_of_a_capability_has_a_saboteur() {
        List<Class<?>> saboteurs = Stream.of(NetworkSaboteursTest.class, WebhookSaboteursTest.class)
                .flatMap(table -> Arrays.stream(table.getDeclaredClasses()))
                .toList();

        Stream.of(
                        PollingContract.class,
                        EditsContract.class,
                        DeletionsContract.class,
                        ReplyContract.class,
                        IdempotentSendContract.class,
                        ReadBackContract.class,
                        WebhookContract.class,
                        CapabilitiesContract.class)
                .forEach(contract ->
                        assertTrue(saboteurs.stream().anyMatch(contract::isAssignableFrom), contract.getSimpleName()));
    }

    private interface Liar {
        NetworkAdapter over(InMemoryNetwork honest);
    }

    private static NetworkUnderTest lying(SettableClock time, Liar liar) {
        InMemoryNetwork network = InMemoryNetwork.named("vk");
        return new InMemoryNetworkUnderTest(network, time) {
            @Override
            public NetworkAdapter open(AdapterContext context) {
                super.open(context);
                return liar.over(network);
            }
        };
    }
}
