package org.personalize.taste;

/** A way to find out which items speak for which. */
interface Kinship {

    /** Learned from what was had, nothing of it later than the table's own moment. */
    Kin learn(Had had);
}
