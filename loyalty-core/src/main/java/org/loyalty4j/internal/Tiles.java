package org.loyalty4j.internal;

/** Ranks cut into tiles of equal size, as NTILE in SQL does: where the count does not divide, the first are larger by one. */
public final class Tiles {
    private Tiles() {}

    /** The rank, from 0, at which a tile, from 1, starts; that of the tile after the last is {@code count}. */
    public static int start(int tile, int tiles, int count) {
        return (tile - 1) * (count / tiles) + Math.min(tile - 1, count % tiles);
    }
}
