package io.github.streamingimage.http;

import java.util.Hashtable;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Asks name servers, by the JDK's provider of DNS for JNDI. It caches nothing, and it tells NXDOMAIN (RFC 1035,
 * response code 3) from every other failure; {@link java.net.InetAddress} does neither.
 */
public final class DnsResolver implements Resolver {

    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String FIRST_TIMEOUT_MILLIS = "1000";
    private static final String RETRIES = "2";

    /** NXDOMAIN is about a name, whatever is asked of it; a question about several types would be one of type ANY, which servers refuse. */
    private static final String[] ADDRESSES = {"A"};

    /** What needs no name server. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.*]");

    private final Optional<String> nameServers;

    /** Asks the name servers that JNDI is set up with, by {@value Context#PROVIDER_URL}, or else the machine's own. */
    public DnsResolver() {
        nameServers = Optional.empty();
    }

    /** @param nameServers a URL of JNDI's provider of DNS: {@code dns://host:port}, or several of them with a space in between */
    public DnsResolver(String nameServers) {
        this.nameServers = Optional.of(nameServers);
    }

    @Override
    public Word ask(String host) {
        if (ADDRESS.matcher(host).matches()) {
            return Word.EXISTS;
        }
        try {
            DirContext names = new InitialDirContext(settings());
            try {
                names.getAttributes(host, ADDRESSES);
                return Word.EXISTS;
            } finally {
                names.close();
            }
        } catch (NameNotFoundException e) {
            return Word.NO_SUCH_NAME;
        } catch (NamingException e) {
            return Word.NO_WORD;
        }
    }

    private Hashtable<String, String> settings() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
        nameServers.ifPresent(url -> settings.put(Context.PROVIDER_URL, url));
        settings.put("com.sun.jndi.dns.timeout.initial", FIRST_TIMEOUT_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        return settings;
    }
}
