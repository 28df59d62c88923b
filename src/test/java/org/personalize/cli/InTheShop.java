package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of commands that are typed in the folder of a small shop. */
abstract class InTheShop {

    @TempDir
    Path folder;

    Shop shop;
    Terminal terminal;

    @BeforeEach
    final void enter() throws IOException {
        shop = Shop.in(folder);
        terminal = new Terminal(folder);
    }

    /** A relay at which nobody answers. */
    final void nameRelay() throws IOException {
        shop.write("spring.yaml", shop.read("spring.yaml") + "smtp: {host: 127.0.0.1, port: 1, security: none}\n");
    }
}
