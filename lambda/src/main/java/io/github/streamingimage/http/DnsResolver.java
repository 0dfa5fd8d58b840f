package io.github.streamingimage.http;

import java.util.Hashtable;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/**
 * Asks the name servers of the machine itself, by the JDK's provider of DNS for JNDI. It caches nothing, and it tells NXDOMAIN (RFC 1035,
 * response code 3) from every other failure; {@link java.net.InetAddress} does neither.
 */
public final class DnsResolver implements Resolver {

    private static final String FACTORY = "com.sun.jndi.dns.DnsContextFactory";
    private static final String FIRST_TIMEOUT_MILLIS = "1000";
    private static final String RETRIES = "2";

    /** What needs no name server. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)localhost|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[.*]");

    @Override
    public Word ask(String host) {
        if (ADDRESS.matcher(host).matches()) {
            return Word.EXISTS;
        }
        try {
            DirContext names = new InitialDirContext(settings());
            try {
                names.getAttributes(host, new String[] {"A", "AAAA"});
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

    private static Hashtable<String, String> settings() {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, FACTORY);
        settings.put(Context.PROVIDER_URL, "dns:");
        settings.put("com.sun.jndi.dns.timeout.initial", FIRST_TIMEOUT_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        return settings;
    }
}
