package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate authority of one run, made with the JDK's keytool, and the certificate that it gave to the hosts of that run (RSA of
 * 2048 bits both, as most of AWS's are).
 */
final class TlsAuthority {

    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final JavaRuntime runtime = JavaRuntime.running();

    /**
     * Makes them.
     *
     * @param directory where the keys and certificates go
     * @param hosts the names that the certificate is for
     */
    TlsAuthority(Path directory, List<String> hosts) {
        this.directory = directory;
        String names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","));
        keys("authority", "-ext", "bc:c");
        keys("hosts", "-signer", "authority", "-ext", "san=" + names);
        keytool(
                runtime,
                keys(),
                "-exportcert",
                "-alias",
                "authority",
                "-file",
                certificate().toString());
    }

    /** What a server needs to be those hosts. */
    SSLContext context() throws IOException {
        try (InputStream file = Files.newInputStream(keys())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            keys.deleteEntry("authority");
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys that were just made cannot be used", e);
        }
    }

    /** Options by which that Java trusts the authority beside all that it trusts anyway, in a store of the same kind. */
    List<String> jvmOptions(JavaRuntime trusting) throws IOException {
        Path store = directory.resolve("trusted-by-java-" + trusting.feature());
        if (!Files.exists(store)) {
            Files.copy(trusting.home().resolve("lib/security/cacerts").toRealPath(), store);
            keytool(
                    trusting,
                    store,
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    "authority",
                    "-file",
                    certificate().toString());
        }
        return List.of("-Djavax.net.ssl.trustStore=" + store);
    }

    private Path keys() {
        return directory.resolve("keys.p12");
    }

    private Path certificate() {
        return directory.resolve("authority.pem");
    }

    private void keys(String alias, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-alias", alias, "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=" + alias));
        arguments.addAll(List.of(more));
        keytool(runtime, keys(), arguments.toArray(String[]::new));
    }

    private static void keytool(JavaRuntime runtime, Path store, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(runtime.home().resolve("bin/keytool").toString());
        // A store that has no password, as some JDKs' own, stays as quick to read as it was.
        command.add("-J-Dkeystore.pkcs12.certProtectionAlgorithm=NONE");
        command.add("-J-Dkeystore.pkcs12.macAlgorithm=NONE");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        new Command(command).output();
    }
}
