package io.github.streamingimage.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.http.NameServer.Question;
import io.github.streamingimage.http.NameServer.Reply;
import io.github.streamingimage.http.Resolver.Word;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The resolver against a real name server. */
class DnsResolverTest {

    private static final String NAME = "nimble.us-west-2.example";

    private final NameServer server = new NameServer(question -> Reply.NXDOMAIN);
    private final Resolver resolver = new DnsResolver(server.url());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NXDOMAIN, NO_SUCH_NAME",
        "ADDRESS, EXISTS",
        "NO_ADDRESS, EXISTS",
        "SERVFAIL, NO_WORD",
        "REFUSED, NO_WORD",
        "FORMERR, NO_WORD",
        "NOTIMP, NO_WORD",
        "SILENCE, NO_WORD"
    })
    void onlyTheNameServersOwnWordMeansThatANameDoesNotExist(Reply reply, Word word) {
        server.replies(question -> reply);
        assertThat(resolver.ask(NAME)).isEqualTo(word);
        assertThat(server.questions()).isNotEmpty();
    }

    @Test
    void asksForOneTypeOfRecordSinceServersRefuseQuestionsAboutAny() {
        server.replies(question -> question.type() == 255 ? Reply.NOTIMP : Reply.ADDRESS);
        assertThat(resolver.ask(NAME)).isEqualTo(Word.EXISTS);
        assertThat(server.questions()).containsOnly(new Question(NAME, 1));
    }

    @Test
    void asksAnewEachTime() {
        AtomicInteger asked = new AtomicInteger();
        server.replies(question -> asked.incrementAndGet() % 2 == 1 ? Reply.NXDOMAIN : Reply.ADDRESS);
        assertThat(resolver.ask(NAME)).isEqualTo(Word.NO_SUCH_NAME);
        assertThat(resolver.ask(NAME)).isEqualTo(Word.EXISTS);
        assertThat(resolver.ask(NAME)).isEqualTo(Word.NO_SUCH_NAME);
        assertThat(asked).hasValue(3);
    }

    @Test
    void aNameServerThatIsNotThereSaysNothing() {
        server.close();
        assertThat(resolver.ask(NAME)).isEqualTo(Word.NO_WORD);
    }

    @Test
    void asksTheNameServersThatJndiIsSetUpWithUnlessItIsToldOthers() {
        System.setProperty("java.naming.provider.url", server.url());
        try {
            assertThat(new DnsResolver().ask(NAME)).isEqualTo(Word.NO_SUCH_NAME);
            assertThat(server.questions()).hasSize(1);
            try (NameServer other = new NameServer(question -> Reply.ADDRESS)) {
                assertThat(new DnsResolver(other.url()).ask(NAME)).isEqualTo(Word.EXISTS);
            }
        } finally {
            System.clearProperty("java.naming.provider.url");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "10.0.0.1", "[::1]"})
    void whatNeedsNoNameServerExistsWithoutOne(String host) {
        assertThat(resolver.ask(host)).isEqualTo(Word.EXISTS);
        assertThat(new DnsResolver().ask(host)).isEqualTo(Word.EXISTS);
        assertThat(server.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a..b",
                "a b",
                "a/b",
                "\"",
                "\\",
                "a'b",
                "xn--\uD800.invalid",
                "\u0000",
                "ä.example",
                "[",
                "%"
            })
    void noNameIsMoreThanOneThatNobodyKnows(String host) {
        server.replies(question -> Reply.SERVFAIL);
        assertThat(resolver.ask(host)).isNotEqualTo(Word.NO_SUCH_NAME);
    }

    @Test
    void aNameThatIsTooLongIsNoNameThatDoesNotExist() {
        assertThat(resolver.ask("x".repeat(64) + ".example")).isEqualTo(Word.NO_WORD);
    }
}
