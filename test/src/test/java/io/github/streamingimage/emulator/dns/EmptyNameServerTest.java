package io.github.streamingimage.emulator.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.http.DnsResolver;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.http.Resolver.Word;
import org.junit.jupiter.api.Test;

/** The name server against the function's own resolver. */
class EmptyNameServerTest {

    @Test
    void saysOfEveryNameThatItDoesNotExistUntilItIsClosed() {
        EmptyNameServer server = new EmptyNameServer();
        Resolver resolver = new DnsResolver(server.jvmOptions().get(0).replace("-Djava.naming.provider.url=", ""));
        assertThat(resolver.ask("nimble.us-west-2.amazonaws.com")).isEqualTo(Word.NO_SUCH_NAME);
        assertThat(resolver.ask("example.com")).isEqualTo(Word.NO_SUCH_NAME);
        server.close();
        assertThat(resolver.ask("example.com")).isEqualTo(Word.NO_WORD);
    }
}
