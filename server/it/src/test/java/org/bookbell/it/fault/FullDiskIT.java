package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** The only thing that the server writes to a disk of an operator's choice is the day packs: that disk is full. */
class FullDiskIT {

    private static final String PACKS = "packs";
    /** Packs are written each minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Enough for some of the files. */
    private static final int FREE_PAGES = 2;

    private final SmallDisk disk = new SmallDisk();

    @Test
    void a_day_pack_is_never_half_there_and_comes_once_there_is_room() throws IOException {
        var server = BookbellServer.wrapped(
                disk.wrapper(),
                Vendor.H2.freshSchema(),
                Map.of("bookbell.daypack.dir", disk.inside(PACKS).toString()));
        try {
            disk.fill(server.pid(), FREE_PAGES);
            var shop = Shop.on(server, 1);
            book(shop, "Carla");
            wantAgendaNow(server, shop);

            await("a pack that cannot be written")
                    .atMost(PATIENCE)
                    .until(() -> log(server), log -> log.contains("A day pack cannot be written"));

            assertThat(log(server)).contains("No space left on device");
            assertThat(disk.files(server.pid(), PACKS))
                    .noneMatch(name -> name.endsWith(".unfinished"))
                    .noneMatch(name -> name.endsWith(".txt"));
            assertThat(server.api().get("/health/live").status()).isEqualTo(200);
            book(shop, "Berta");

            disk.empty(server.pid());

            await("the pack").atMost(PATIENCE).until(() -> texts(server), texts -> texts.size() == 1);
            assertThatItIsWhole(texts(server).get(0));
        } finally {
            server.kill();
        }
    }

    private static void book(Shop shop, String client) {
        var hours = client.equals("Carla") ? 36 : 37;
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(hours));
        var booked = shop.book(shop.staff().get(0), start, client);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    }

    private static void wantAgendaNow(BookbellServer server, Shop shop) {
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        var half = now.isBefore(LocalTime.NOON) ? "morning" : "evening";
        var wish = Json.createObjectBuilder().add(half, now.toString()).add("daysAhead", 7);
        var changed = server.operator()
                .send("PUT", shop.path() + "/agenda", wish.build().toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private static String log(BookbellServer server) throws IOException {
        return Files.readString(server.data().resolve("log").resolve("server.0.log"));
    }

    /** The texts of packs, which are written last. */
    private List<Path> texts(BookbellServer server) throws IOException {
        try (Stream<Path> files = Files.walk(disk.asSeenBy(server.pid(), PACKS))) {
            return files.filter(file -> file.toString().endsWith(".txt")).toList();
        }
    }

    /** It tells the hash of each file beside it. */
    private static void assertThatItIsWhole(Path text) throws IOException {
        var told = Files.readString(text);
        assertThat(told).contains("Carla", "Berta");
        try (Stream<Path> files = Files.list(text.resolveSibling("."))) {
            assertThat(files.filter(file -> !file.endsWith(text.getFileName())).toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(told).contains(sha256(file)));
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
