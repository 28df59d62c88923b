package org.personalize.bench;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.net.SocketFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;

/**
 * What one would write in an afternoon to send a campaign: read the rows, fill the template, make the message, and hand one
 * after the other to one Transport of jakarta.mail.
 */
final class PlainLoop {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path folder;
    private final Template template;
    private final List<Map<String, String>> items;

    PlainLoop(Path folder) throws IOException {
        this.folder = folder;
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ENGLISH);
        template = new Template("mail", Files.readString(folder.resolve("mail.ftlh")), configuration);
        try (Reader in = Files.newBufferedReader(folder.resolve("items.csv"));
                CSVParser parser = FORMAT.parse(in)) {
            items = parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    /** @param isQuick with the socket set so that it does not stand still for 45 ms in every mail */
    void send(int mails, int port, boolean isQuick) throws IOException, MessagingException, TemplateException {
        var properties = new Properties();
        if (isQuick) {
            properties.put("mail.smtp.socketFactory", new Undelayed());
        }
        Session session = Session.getInstance(properties);
        try (Reader in = Files.newBufferedReader(folder.resolve("customers.csv"));
                CSVParser parser = FORMAT.parse(in);
                Transport transport = session.getTransport("smtp")) {
            transport.connect(Sink.HOST, port, null, null);
            for (CSVRecord row : parser.stream().limit(mails).toList()) {
                MimeMessage message = message(session, row.toMap());
                transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
            }
        }
    }

    private MimeMessage message(Session session, Map<String, String> customer)
            throws IOException, MessagingException, TemplateException {
        var out = new StringWriter();
        int first = Math.floorMod(customer.get("customer_id").hashCode(), items.size() - 4);
        template.process(
                Map.of(
                        "customer", customer,
                        "slots", Map.of("picks", items.subList(first, first + 4)),
                        "campaign", Map.of("language", "en"),
                        "subject", "News",
                        "preheader", "Chosen for you",
                        "compliance", Map.of("postal_address", "Bench, 1 Hill Road"),
                        "links", Map.of("unsubscribe", "https://shop.example/u/token")),
                out);
        var text = new MimeBodyPart();
        text.setText(Jsoup.parse(out.toString()).wholeText(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(out.toString(), "UTF-8", "html");
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("news@shop.example", "Bench"));
        Address to = new InternetAddress(
                customer.get("email"), customer.get("first_name") + ' ' + customer.get("last_name"));
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject("News for " + customer.get("first_name"), "UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** Makes sockets that wait for nothing before they send. */
    private static final class Undelayed extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.setTcpNoDelay(true);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return set(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return set(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return set(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return set(new Socket(host, port, local, localPort));
        }

        private static Socket set(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            return socket;
        }
    }
}
