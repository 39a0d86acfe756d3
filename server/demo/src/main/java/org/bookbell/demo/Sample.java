package org.bookbell.demo;

import java.util.List;
import org.bookbell.organization.NewOrganization;

/**
 * An organization to make up.
 *
 * @param owner the name of the member who may sign in
 * @param ownerEmail what they sign in with
 * @param notes what clients write when they book, in turn
 * @param clients how many there are
 * @param days for how many days ahead times are taken
 * @param appointmentsADay how many of each staff member's times are taken
 */
record Sample(
        NewOrganization organization,
        String owner,
        String ownerEmail,
        List<String> staff,
        List<SampleService> services,
        List<String> notes,
        int clients,
        int days,
        int appointmentsADay) {

    private static final int MONTH = 30;

    /** A service that everybody of the staff gives. */
    record SampleService(String name, String description, String priceText, int minutes, int gapMinutes) {}

    /** The same in another zone. */
    Sample in(String zone) {
        var there = new NewOrganization(
                organization.slug(),
                organization.name(),
                zone,
                organization.locale(),
                organization.country(),
                organization.phone(),
                organization.email());
        return new Sample(there, owner, ownerEmail, staff, services, notes, clients, days, appointmentsADay);
    }

    static Sample massagePractice(String zone) {
        return new Sample(
                new NewOrganization(
                        "harbor-massage",
                        "Harbor Massage",
                        zone,
                        "en-US",
                        "US",
                        "+12125550100",
                        "desk@harbor-massage.example"),
                "Olivia Harbor",
                "owner@harbor-massage.example",
                List.of("Anna Keller", "Ben Ortiz", "Chloe Martin", "David Okafor"),
                List.of(
                        new SampleService("Classic massage", "Neck, back and legs.", "$75", 60, 15),
                        new SampleService("Short massage", "Neck and shoulders.", "$45", 30, 15),
                        new SampleService("Sports massage", "Before or after a race.", "$85", 60, 15),
                        new SampleService("Hot stones", "Warm basalt stones.", "$95", 90, 15),
                        new SampleService("Foot reflexology", "Feet and calves.", "$55", 45, 15),
                        new SampleService("First visit", "We talk first, then begin.", "$65", 60, 15)),
                List.of("My left shoulder hurts.", "First time here.", "Please no oil with nuts.", ""),
                200,
                MONTH,
                3);
    }

    static Sample school(String zone) {
        return new Sample(
                new NewOrganization(
                        "lakeside-school",
                        "Lakeside School",
                        zone,
                        "en-US",
                        "US",
                        "+12125550180",
                        "office@lakeside-school.example"),
                "Paula Lake",
                "owner@lakeside-school.example",
                List.of("Ms Adams", "Mr Brown", "Ms Clark", "Mr Diaz", "Ms Evans", "Mr Fox"),
                List.of(new SampleService(
                        "Parent-teacher talk", "Ten minutes; note the child and the class.", "", 10, 0)),
                List.of("Mia, class 3b", "Noah, class 5a", "Emma, class 1c", "Liam, class 4a"),
                60,
                MONTH,
                2);
    }
}
