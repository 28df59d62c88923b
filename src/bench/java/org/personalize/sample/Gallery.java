package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Path;

final class Gallery {
    private Gallery() {}

    static void draw(Path folder, Shop shop, Dice dice) throws IOException {}
}
