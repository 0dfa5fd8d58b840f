package io.github.streamingimage.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.emulator.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hosts that a first pass asks, one server on loopback for each, by the names that AWS gives them: over plain HTTP, or over TLS
 * with certificates for these names.
 */
final class PassHosts implements AutoCloseable {

    private final String scheme;
    private final Path names;
    private final Map<ServiceName, HttpServer> servers = new LinkedHashMap<>();

    private PassHosts(String scheme, Path names) {
        this.scheme = scheme;
        this.names = names;
    }

    /**
     * Starts them.
     *
     * @param directory where a file with their names goes
     * @param authority who certifies them; empty for plain HTTP
     */
    static PassHosts start(Path directory, List<ServiceName> services, Optional<TlsAuthority> authority)
            throws IOException {
        PassHosts hosts = new PassHosts(authority.isPresent() ? "https" : "http", directory.resolve("names"));
        for (ServiceName service : services) {
            hosts.servers.put(
                    service,
                    authority.isPresent()
                            ? PassAnswers.serve(
                                    LoopbackServer.create(authority.get().context()))
                            : PassAnswers.serve());
        }
        Files.writeString(
                hosts.names,
                services.stream()
                        .map(service -> "127.0.0.1 " + name(service) + "\n")
                        .collect(Collectors.joining()));
        return hosts;
    }

    /** The host name of a service's endpoint in the region of {@link DeleteRequest}. */
    static String name(ServiceName service) {
        return service.hostPrefix() + ".us-west-2.amazonaws.com";
    }

    String url(ServiceName service) {
        return scheme + "://" + name(service) + ":"
                + servers.get(service).getAddress().getPort();
    }

    /** Environment variables by which the function finds them. */
    Map<String, String> environment() {
        return servers.keySet().stream().collect(Collectors.toMap(ServiceName::endpointVariable, this::url));
    }

    /** Options by which a JVM knows their names. */
    List<String> jvmOptions() {
        return List.of("-Djdk.net.hosts.file=" + names);
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
    }
}
