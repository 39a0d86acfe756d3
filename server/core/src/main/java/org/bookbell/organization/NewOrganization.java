package org.bookbell.organization;

import java.util.List;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is founded with, as somebody wrote it; {@link Founding} checks it. Quiet hours begin as 21 to 8
 * o'clock.
 *
 * @param slug its name in addresses: 2 to 60 lower-case letters, digits and single hyphens
 * @param name what clients call it
 * @param zone the id of a time zone, "Europe/Zurich"
 * @param locale a language tag, "de-CH"
 * @param country an ISO 3166 code, "CH"
 */
public record NewOrganization(
        String slug,
        String name,
        String zone,
        String locale,
        String country,
        @Nullable String phone,
        @Nullable String email) {

    /** What is wrong with it, all at once; nothing if it may be founded. */
    public List<Fault> faults() {
        var faults = new Faults();
        new OrganizationRules(faults).check(this);
        return faults.list();
    }
}
