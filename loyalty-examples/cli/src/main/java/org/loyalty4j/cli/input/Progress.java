package org.loyalty4j.cli.input;

/** Is told from time to time how far a reader has come. */
public interface Progress {
    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void bytes(long read, long total) {}

        @Override
        public void rows(long read) {}
    };

    /**
     * Some of a file was read.
     *
     * @param read the bytes read so far, as they are on disk
     * @param total the size of the file in bytes
     */
    void bytes(long read, long total);

    /**
     * Some rows of a query were read; how many there will be is not known.
     *
     * @param read the rows read so far
     */
    void rows(long read);
}
