package org.bookbell.web.feed;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as the path of an SVG image: a square a module, within the margin that readers need.
 *
 * @param size how many modules it is wide and high, with its margin
 * @param path the dark ones
 */
record QrCode(int size, String path) {

    /** ISO/IEC 18004: four modules on each side. */
    private static final int MARGIN = 4;

    static QrCode of(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var path = IntStream.range(0, code.size)
                .boxed()
                .flatMap(y -> IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M" + (x + MARGIN) + "," + (y + MARGIN) + "h1v1h-1z"))
                .collect(Collectors.joining());
        return new QrCode(code.size + 2 * MARGIN, path);
    }
}
