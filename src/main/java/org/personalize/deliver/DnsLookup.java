package org.personalize.deliver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Asks name servers what the world can see of a domain. */
public final class DnsLookup {

    private static final String ONE_TRY = "1";
    private static final int MOST_RECORDS = 100;

    private final String server;
    private final Duration timeout;

    /** @param server such as {@code 192.0.2.53} or {@code 127.0.0.1:5353}; blank for those that the machine uses */
    public DnsLookup(String server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /** The texts of a name; none when there is no such name. */
    public List<String> texts(String name) throws IOException {
        return records(name, "TXT").stream().map(DnsLookup::joined).toList();
    }

    /** The addresses of a machine, in figures; none when there is no such name. */
    public Set<String> addresses(String name) throws IOException {
        Set<String> all = new TreeSet<>(records(name, "A"));
        all.addAll(records(name, "AAAA"));
        return all;
    }

    /** Who takes mail for a domain, as {@code 10 mx.acme.example.}. */
    public List<String> mailServers(String domain) throws IOException {
        return records(domain, "MX");
    }

    /** Of the ways in which this interface looks names up, the one for name servers gives back texts and makes no objects. */
    @SuppressWarnings("BanJNDI")
    private List<String> records(String name, String type) throws IOException {
        try {
            DirContext context = new InitialDirContext(settings());
            try {
                Attribute found =
                        context.getAttributes(name + ".", new String[] {type}).get(type);
                List<String> values = new ArrayList<>();
                for (int i = 0; found != null && i < Math.min(found.size(), MOST_RECORDS); i++) {
                    values.add(String.valueOf(found.get(i)));
                }
                values.sort(null);
                return values;
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException("no name server answered for " + name, e);
        }
    }

    /** The interface wants a table of this old kind. */
    @SuppressWarnings("JdkObsolete")
    private Hashtable<String, String> settings() {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns://" + server);
        settings.put("com.sun.jndi.dns.timeout.initial", Long.toString(timeout.toMillis()));
        settings.put("com.sun.jndi.dns.timeout.retries", ONE_TRY);
        return settings;
    }

    /** A long text comes in pieces, in quotes where it has blanks: they belong together without anything between. */
    private static String joined(String text) {
        var whole = new StringBuilder(text.length());
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                whole.append(text.charAt(++i));
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted || c != ' ') {
                whole.append(c);
            }
        }
        return whole.toString();
    }
}
