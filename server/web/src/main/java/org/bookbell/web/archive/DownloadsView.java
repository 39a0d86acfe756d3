package org.bookbell.web.archive;

import java.util.List;

/**
 * What the page of downloads shows.
 *
 * @param path of the organization's pages
 * @param archive the address of the archive
 * @param last when it was downloaded last; empty for never
 * @param from the first day that is suggested for an export
 */
public record DownloadsView(
        String path, String archive, String last, List<Format> formats, String from, String to, ImportShown imported) {

    public DownloadsView {
        formats = List.copyOf(formats);
    }

    /** A format of an exporter, and its address. */
    public record Format(String label, String address) {}
}
