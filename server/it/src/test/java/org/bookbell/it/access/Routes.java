package org.bookbell.it.access;

import static org.bookbell.it.access.Right.ADMINISTER;
import static org.bookbell.it.access.Right.BOOK;
import static org.bookbell.it.access.Right.MANAGE;
import static org.bookbell.it.access.Right.NOTHING;
import static org.bookbell.it.access.Right.OPERATE;
import static org.bookbell.it.access.Right.OWN_CALENDAR;
import static org.bookbell.it.access.Right.READ;
import static org.bookbell.it.access.Right.SIGNED_IN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The table: a new route of the REST interface gets its row here. */
final class Routes {

    private static final String ORG = "/api/v1/organizations/{org}";
    private static final String OPERATOR = "/api/v1/operator";
    private static final String FORMLESS = "{\"formless\":true}";

    private static final String NAME = "{\"name\":\"New\"}";
    private static final String MOVE = "{\"start\":\"2099-01-01T10:00:00Z\"}";
    private static final String SERVICE = "{\"name\":\"New\",\"durationMinutes\":30}";
    private static final String BLOCK = "{\"kind\":\"NOT_AVAILABLE\",\"startsAt\":\"2030-01-01T10:00:00Z\","
            + "\"endsAt\":\"2030-01-01T11:00:00Z\"}";
    private static final String RULE =
            "{\"audience\":\"CLIENT\",\"channel\":\"EMAIL\",\"unit\":\"HOURS\",\"amount\":7}";
    private static final String OUTSIDE = "{\"address\":\"https://calendar.example.org/a.ics\"}";
    private static final String CHOICES = "{\"choices\":[]}";
    private static final String TEXT = ORG + "/templates/reminder.client.sms/en";
    private static final String DAYS = "?from=2030-01-01&to=2030-01-02";
    private static final String TIMES = "?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z";

    private Routes() {}

    static Stream<Route> all() {
        return Stream.of(
                        organization(),
                        people(),
                        calendars(),
                        appointments(),
                        ledger(),
                        credits(),
                        gateways(),
                        operator())
                .flatMap(List::stream);
    }

    private static List<Route> organization() {
        return List.of(
                get("/api/v1/organizations", SIGNED_IN),
                post("/api/v1/organizations", OPERATE),
                get(ORG, READ),
                list("PATCH", ORG, ADMINISTER),
                get(ORG + "/locations", READ),
                post(ORG + "/locations", MANAGE),
                one("GET", ORG + "/locations/{id}", READ, Thing.LOCATION),
                one("PUT", ORG + "/locations/{id}", MANAGE, Thing.LOCATION, NAME),
                one("DELETE", ORG + "/locations/{id}", MANAGE, Thing.LOCATION),
                get(ORG + "/archive", MANAGE),
                post(ORG + "/imports/appointments", MANAGE),
                post(ORG + "/imports/clients", MANAGE),
                get(ORG + "/exports", READ),
                get(ORG + "/exports/csv" + DAYS, READ));
    }

    private static List<Route> people() {
        return List.of(
                get(ORG + "/apiTokens", ADMINISTER),
                post(ORG + "/apiTokens", ADMINISTER),
                one("DELETE", ORG + "/apiTokens/{id}", ADMINISTER, Thing.API_TOKEN),
                get(ORG + "/members", ADMINISTER),
                post(ORG + "/members", ADMINISTER),
                one("PATCH", ORG + "/members/{id}", ADMINISTER, Thing.MEMBER, "{\"role\":\"OWNER\"}"),
                one("DELETE", ORG + "/members/{id}", ADMINISTER, Thing.MEMBER),
                get(ORG + "/clients", READ),
                post(ORG + "/clients", BOOK),
                one("GET", ORG + "/clients/{id}", READ, Thing.CLIENT),
                one("PUT", ORG + "/clients/{id}", BOOK, Thing.CLIENT, NAME),
                one("DELETE", ORG + "/clients/{id}/mobileFails", BOOK, Thing.CLIENT),
                one("DELETE", ORG + "/clients/{id}/emailFails", BOOK, Thing.CLIENT),
                one("GET", ORG + "/clients/{id}/choices", BOOK, Thing.CLIENT),
                one("PUT", ORG + "/clients/{id}/choices", BOOK, Thing.CLIENT, CHOICES),
                one("GET", ORG + "/clients/{id}/consents", READ, Thing.CLIENT),
                one("POST", ORG + "/clients/{id}/consents", BOOK, Thing.CLIENT, "{\"channel\":\"SMS\"}"),
                one("DELETE", ORG + "/clients/{id}/consents/SMS", BOOK, Thing.CLIENT));
    }

    private static List<Route> calendars() {
        return List.of(
                get(ORG + "/services", NOTHING),
                post(ORG + "/services", MANAGE),
                one("GET", ORG + "/services/{id}", READ, Thing.SERVICE),
                one("PUT", ORG + "/services/{id}", MANAGE, Thing.SERVICE, SERVICE),
                one("DELETE", ORG + "/services/{id}", MANAGE, Thing.SERVICE),
                one("POST", ORG + "/services/{id}/activate", MANAGE, Thing.SERVICE),
                get(ORG + "/slots", NOTHING),
                get(ORG + "/slots/why", READ),
                get(ORG + "/staff", READ),
                post(ORG + "/staff", MANAGE),
                one("GET", ORG + "/staff/{id}", READ, Thing.STAFF),
                one("PUT", ORG + "/staff/{id}", MANAGE, Thing.STAFF, NAME),
                one("DELETE", ORG + "/staff/{id}", MANAGE, Thing.STAFF),
                one("POST", ORG + "/staff/{id}/activate", MANAGE, Thing.STAFF),
                one("GET", ORG + "/staff/{id}/calendars", OWN_CALENDAR, Thing.STAFF),
                one("POST", ORG + "/staff/{id}/calendars", OWN_CALENDAR, Thing.STAFF, OUTSIDE),
                one("DELETE", ORG + "/staff/{id}/calendars/0123456789ABC", OWN_CALENDAR, Thing.STAFF),
                one("POST", ORG + "/staff/{id}/calendars/0123456789ABC/refresh", OWN_CALENDAR, Thing.STAFF),
                one("GET", ORG + "/staff/{id}/choices", OWN_CALENDAR, Thing.STAFF),
                one("PUT", ORG + "/staff/{id}/choices", OWN_CALENDAR, Thing.STAFF, CHOICES),
                one("GET", ORG + "/staff/{id}/hours", READ, Thing.STAFF),
                one("PUT", ORG + "/staff/{id}/hours", OWN_CALENDAR, Thing.STAFF, "{\"hours\":[]}"),
                get(ORG + "/timeBlocks", READ),
                post(ORG + "/timeBlocks", OWN_CALENDAR),
                one("GET", ORG + "/timeBlocks/{id}", READ, Thing.TIME_BLOCK),
                one("PUT", ORG + "/timeBlocks/{id}", OWN_CALENDAR, Thing.TIME_BLOCK, BLOCK),
                one("DELETE", ORG + "/timeBlocks/{id}", OWN_CALENDAR, Thing.TIME_BLOCK),
                get(ORG + "/feeds", OWN_CALENDAR),
                post(ORG + "/feeds", OWN_CALENDAR),
                one("GET", ORG + "/feeds/{id}", OWN_CALENDAR, Thing.FEED),
                one("POST", ORG + "/feeds/{id}/rotate", OWN_CALENDAR, Thing.FEED),
                one("DELETE", ORG + "/feeds/{id}", OWN_CALENDAR, Thing.FEED));
    }

    private static List<Route> appointments() {
        return List.of(
                get(ORG + "/appointments" + TIMES, READ),
                post(ORG + "/appointments", BOOK),
                one("GET", ORG + "/appointments/{id}", READ, Thing.APPOINTMENT),
                one("PATCH", ORG + "/appointments/{id}", BOOK, Thing.APPOINTMENT, "{\"note\":\"New\"}"),
                one("POST", ORG + "/appointments/{id}/cancel", BOOK, Thing.APPOINTMENT, "{\"reason\":\"New\"}"),
                one("POST", ORG + "/appointments/{id}/complete", BOOK, Thing.APPOINTMENT),
                one("POST", ORG + "/appointments/{id}/confirm", BOOK, Thing.APPOINTMENT),
                one("POST", ORG + "/appointments/{id}/noShow", BOOK, Thing.APPOINTMENT),
                one("POST", ORG + "/appointments/{id}/reinstate", BOOK, Thing.APPOINTMENT),
                one("POST", ORG + "/appointments/{id}/renewLink", BOOK, Thing.APPOINTMENT),
                one("POST", ORG + "/appointments/{id}/reschedule", BOOK, Thing.APPOINTMENT, MOVE),
                post(ORG + "/holds", BOOK),
                one("DELETE", ORG + "/holds/{id}", BOOK, Thing.HOLD));
    }

    private static List<Route> ledger() {
        return List.of(
                get(ORG + "/agenda", READ),
                list("PUT", ORG + "/agenda", ADMINISTER),
                get(ORG + "/callList", READ),
                one("GET", ORG + "/callList/{id}", READ, Thing.CALL),
                one("POST", ORG + "/callList/{id}/handled", BOOK, Thing.CALL, "{}"),
                post(ORG + "/callList/resend", BOOK),
                get(ORG + "/callSettings", READ),
                list("PUT", ORG + "/callSettings", ADMINISTER),
                get(ORG + "/forecast", READ),
                post(ORG + "/forecast/whatIf", MANAGE),
                get(ORG + "/messages", READ),
                one("GET", ORG + "/messages/{id}", READ, Thing.MESSAGE),
                one("POST", ORG + "/messages/{id}/report", READ, Thing.MESSAGE, "{}"),
                get(ORG + "/replies", READ),
                get(ORG + "/reminderRules", READ),
                post(ORG + "/reminderRules", MANAGE),
                post(ORG + "/reminderRules/preview", MANAGE),
                one("GET", ORG + "/reminderRules/{id}", READ, Thing.REMINDER_RULE),
                one("PUT", ORG + "/reminderRules/{id}", MANAGE, Thing.REMINDER_RULE, RULE),
                one("DELETE", ORG + "/reminderRules/{id}", MANAGE, Thing.REMINDER_RULE),
                get(ORG + "/templates", MANAGE),
                post(ORG + "/templates/preview", MANAGE),
                get(TEXT, MANAGE),
                list("PUT", TEXT, MANAGE),
                delete(TEXT, MANAGE));
    }

    private static List<Route> credits() {
        return List.of(
                get(ORG + "/credits", MANAGE),
                list("PUT", ORG + "/credits", MANAGE),
                get(ORG + "/credits/entries", MANAGE),
                get(ORG + "/credits/statement?month=2030-01", MANAGE),
                post(OPERATOR + "/organizations/{org}/credits", OPERATE),
                get(OPERATOR + "/prices", OPERATE),
                list("PUT", OPERATOR + "/prices", OPERATE),
                get(OPERATOR + "/noChargeWindows", OPERATE),
                post(OPERATOR + "/noChargeWindows", OPERATE),
                post(OPERATOR + "/noChargeWindows/0123456789ABC/end", OPERATE));
    }

    private static List<Route> gateways() {
        return List.of(
                get(ORG + "/fallBack", ADMINISTER),
                list("PUT", ORG + "/fallBack", ADMINISTER),
                get(ORG + "/gateways", ADMINISTER),
                post(ORG + "/gateways", ADMINISTER),
                one("GET", ORG + "/gateways/{id}", ADMINISTER, Thing.GATEWAY),
                one("PUT", ORG + "/gateways/{id}", ADMINISTER, Thing.GATEWAY, "{\"enabled\":false}"),
                one("POST", ORG + "/gateways/{id}/check", ADMINISTER, Thing.GATEWAY),
                one("POST", ORG + "/gateways/{id}/hookAddress", ADMINISTER, Thing.GATEWAY),
                get(ORG + "/routes", ADMINISTER),
                list("PUT", ORG + "/routes", ADMINISTER),
                post(ORG + "/routes/preview", ADMINISTER),
                one("GET", ORG + "/routes/primary/{id}", ADMINISTER, Thing.GATEWAY),
                one("POST", ORG + "/routes/primary/{id}", ADMINISTER, Thing.GATEWAY));
    }

    private static List<Route> operator() {
        return List.of(
                get(OPERATOR + "/gateways", OPERATE),
                post(OPERATOR + "/gateways", OPERATE),
                get(OPERATOR + "/gateways/main", OPERATE),
                list("PUT", OPERATOR + "/gateways/main", OPERATE),
                get(OPERATOR + "/canaries", OPERATE),
                get(OPERATOR + "/gateways/main/canary", OPERATE),
                list("PUT", OPERATOR + "/gateways/main/canary", OPERATE),
                delete(OPERATOR + "/gateways/main/canary", OPERATE),
                list("POST", OPERATOR + "/gateways/main/canary/send", OPERATE),
                list("POST", OPERATOR + "/gateways/main/check", OPERATE),
                list("POST", OPERATOR + "/gateways/main/hookAddress", OPERATE),
                get(OPERATOR + "/evidence", OPERATE),
                get(OPERATOR + "/evidence/main/bundle?from=2030-01-01T00:00:00Z&until=2030-01-02T00:00:00Z", OPERATE),
                get(OPERATOR + "/held", OPERATE),
                list("POST", OPERATOR + "/held/{org}/release", OPERATE),
                list("POST", OPERATOR + "/held/{org}/drop", OPERATE),
                get(OPERATOR + "/organizations/{org}/limits", OPERATE),
                list("PUT", OPERATOR + "/organizations/{org}/limits", OPERATE),
                get(OPERATOR + "/incidents", OPERATE),
                list("POST", OPERATOR + "/incidents/0000000000000/words", OPERATE),
                get(OPERATOR + "/routes", OPERATE),
                list("PUT", OPERATOR + "/routes", OPERATE),
                list("POST", OPERATOR + "/routes/preview", OPERATE),
                get(OPERATOR + "/routes/primary/main", OPERATE),
                list("POST", OPERATOR + "/routes/primary/main", OPERATE),
                get(OPERATOR + "/jobs", OPERATE),
                list("POST", OPERATOR + "/jobs/reminders/start", OPERATE),
                get(OPERATOR + "/organizations", OPERATE),
                get(OPERATOR + "/plugins", OPERATE),
                get(OPERATOR + "/replies", OPERATE),
                get(OPERATOR + "/reports", OPERATE),
                get(OPERATOR + "/reports/0000000000001", OPERATE),
                list("POST", OPERATOR + "/reports/0000000000001/answer", OPERATE),
                list("POST", OPERATOR + "/reports/0000000000001/seen", OPERATE));
    }

    private static Route get(String path, Right right) {
        return new Route("GET", path, right, Optional.empty(), Optional.empty());
    }

    private static Route delete(String path, Right right) {
        return new Route("DELETE", path, right, Optional.empty(), Optional.empty());
    }

    private static Route post(String path, Right right) {
        return list("POST", path, right);
    }

    private static Route list(String method, String path, Right right) {
        return new Route(method, path, right, Optional.empty(), Optional.of(FORMLESS));
    }

    private static Route one(String method, String path, Right right, Thing thing) {
        return new Route(method, path, right, Optional.of(thing), Optional.empty());
    }

    private static Route one(String method, String path, Right right, Thing thing, String body) {
        return new Route(method, path, right, Optional.of(thing), Optional.of(body));
    }
}
