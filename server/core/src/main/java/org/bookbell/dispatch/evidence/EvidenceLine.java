package org.bookbell.dispatch.evidence;

import java.util.List;

/**
 * What a gateway made of the messages to a network of a country in one week.
 *
 * @param destination a calling code such as +41; empty for e-mail
 * @param network as receipts name it; empty where they do not
 * @param codes the same by the code that the gateway or the network gave, of what did not arrive, most first
 */
public record EvidenceLine(String gateway, String destination, String network, Outcome outcome, List<ByCode> codes) {

    public EvidenceLine {
        codes = List.copyOf(codes);
    }

    /** What had one code. */
    public record ByCode(String code, Outcome outcome) {}
}
