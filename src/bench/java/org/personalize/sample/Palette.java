package org.personalize.sample;

import java.util.List;

/**
 * Colours that go together.
 *
 * @param main the thing's own colour
 * @param second its pockets, soles and linings
 * @param bright buckles, cords and seams
 */
record Palette(
        int skyTop,
        int skyBottom,
        int sun,
        int far,
        int middle,
        int near,
        int ground,
        int main,
        int second,
        int bright) {

    static final int INK = 0x22302b;
    static final int CREAM = 0xfbf6ea;
    static final int SNOW = 0xf6f9fb;
    static final int STEEL = 0xaeb9bd;
    static final int WOOD = 0x8a5a3b;
    static final int WHITE = 0xffffff;
    static final int BARK = 0x6d4429;
    static final int TIN = 0xc5ced1;
    static final int SKIN = 0xf1c7a2;
    static final int LAMPLIGHT = 0xffe2a0;
    static final int WATER = 0x9fd3e6;

    static final Palette DAWN = new Palette(
            0xf7c59f, 0xfde9d0, 0xfff3dd, 0xe0a58c, 0xb9788a, 0x7b5472, 0x4d3b57, 0xd9573f, 0x2f4858, 0xffd166);
    static final Palette FOREST = new Palette(
            0xcfe6dc, 0xf3f3dc, 0xfff6cf, 0xa9cbb7, 0x6fa58b, 0x3f7a62, 0x275446, 0x2f7d5b, 0x1c3f3a, 0xf2b33d);
    static final Palette LAKE = new Palette(
            0xbfe0ee, 0xeef6ee, 0xfffbe6, 0x9fc7d8, 0x5f9fb8, 0x36748f, 0x22506b, 0x1f6f9c, 0x163a56, 0xff9f5a);
    static final Palette DESERT = new Palette(
            0xfbd9a8, 0xfff0d6, 0xfffaea, 0xecb27c, 0xd98a5b, 0xb5613f, 0x7d3f30, 0xc8682f, 0x5b2f2a, 0x3fa7a0);
    static final Palette HEATHER = new Palette(
            0xd9cfe8, 0xf8ecef, 0xfff4e0, 0xbcaad4, 0x9780b8, 0x6b5793, 0x463a68, 0x7d4f9e, 0x3a2d5c, 0xf7b267);
    static final Palette MOSS = new Palette(
            0xe6ecc9, 0xfaf6df, 0xfffbe6, 0xc5d39a, 0x98b06a, 0x66823f, 0x43592c, 0x7a8f33, 0x3c4a25, 0xe8623c);
    static final Palette ICE = new Palette(
            0xc4dbef, 0xf0f6fa, 0xffffff, 0xdbe8f2, 0xb2cde0, 0x86a9c6, 0xf2f7fa, 0xe4572e, 0x24476b, 0xffc857);
    static final Palette NIGHT = new Palette(
            0x14213d, 0x3d4f7c, 0xfdf6d8, 0x33456f, 0x273759, 0x1b2845, 0x121b31, 0xe0a030, 0x0f1830, 0xff7f50);

    static final List<Palette> DAYLIGHT = List.of(FOREST, DAWN, LAKE, DESERT, HEATHER, MOSS, ICE);

    /** The colour of trees in this light: as dark as the ground, but not white on snow. */
    int tree() {
        return ground == ICE.ground ? 0x4f7a78 : ground;
    }

    /** Another thing in the same light: its colours change, the landscape stays. */
    Palette wearing(Palette other) {
        return new Palette(skyTop, skyBottom, sun, far, middle, near, ground, other.main, other.second, other.bright);
    }
}
