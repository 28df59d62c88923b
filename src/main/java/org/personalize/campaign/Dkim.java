package org.personalize.campaign;

import java.nio.file.Path;

/** With which key mails are signed. */
public record Dkim(String domain, String selector, Path key) {}
