package org.bookbell.it.core;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.platform.suite.api.SelectClasses;

/** The tests of the core whose outcome depends on the database. */
@Inherited
@Retention(RUNTIME)
@Target(TYPE)
@SelectClasses(
        names = {
            "org.bookbell.storage.StorageTest",
            "org.bookbell.calendar.offer.AvailabilityTest",
            "org.bookbell.calendar.setup.ServiceSetupTest",
            "org.bookbell.organization.OrganizationTest",
            "org.bookbell.client.ClientSearchTest",
            "org.bookbell.client.choice.OptOutsTest",
            "org.bookbell.access.idempotency.IdempotencyTest",
            "org.bookbell.booking.slot.CalendarLockTest",
            "org.bookbell.booking.BookingTest",
            "org.bookbell.booking.limit.BookingLimitsTest",
            "org.bookbell.access.member.MembersTest",
            "org.bookbell.export.feed.FeedsTest",
            "org.bookbell.message.planning.PlanningTest",
            "org.bookbell.message.planning.reconciliation.ReconciliationTest",
            "org.bookbell.message.ledger.LedgerTest",
            "org.bookbell.message.calls.ResendingTest",
            "org.bookbell.export.agenda.AgendaPlannerTest",
            "org.bookbell.export.agenda.AgendasTest",
            "org.bookbell.export.agenda.AgendaWriterTest",
            "org.bookbell.export.agenda.pack.DayPacksTest",
            "org.bookbell.export.invitation.InvitationWriterTest",
            "org.bookbell.dispatch.AgendaDispatchTest",
            "org.bookbell.dispatch.alert.CallAlertsTest",
            "org.bookbell.dispatch.unknown.UnknownMessagesTest",
            "org.bookbell.export.archive.ArchiveTest",
            "org.bookbell.export.archive.RefusedArchiveTest",
            "org.bookbell.export.imports.CsvImportTest",
            "org.bookbell.status.report.ReportsTest",
            "org.bookbell.dispatch.BouncesTest",
            "org.bookbell.dispatch.CanaryTest",
            "org.bookbell.dispatch.claim.ClaimsTest",
            "org.bookbell.dispatch.DispatcherTest",
            "org.bookbell.dispatch.EvidenceTest",
            "org.bookbell.dispatch.FailOverTest",
            "org.bookbell.dispatch.ForecastTest",
            "org.bookbell.dispatch.GuardedDispatchTest",
            "org.bookbell.dispatch.GuardRaceTest",
            "org.bookbell.dispatch.guard.held.HeldAlertsTest",
            "org.bookbell.dispatch.HangingGatewayTest",
            "org.bookbell.dispatch.OwnGatewaysTest",
            "org.bookbell.dispatch.OptedOutTest",
            "org.bookbell.dispatch.PaidDispatchTest",
            "org.bookbell.dispatch.SettlingTest",
            "org.bookbell.dispatch.ReceiptsTest",
            "org.bookbell.dispatch.receipt.ReceiptIntakeTest",
            "org.bookbell.dispatch.reply.ReplyHandlingTest",
            "org.bookbell.dispatch.RefusalsTest",
            "org.bookbell.dispatch.RoutesTest",
            "org.bookbell.dispatch.WatchdogTest",
            "org.bookbell.dispatch.DispatchHealthTest",
            "org.bookbell.dispatch.job.batch.JobHistoryTest",
            "org.bookbell.dispatch.job.LeaseTest",
            "org.bookbell.dispatch.job.TickTest",
            "org.bookbell.export.busy.BusyCalendarsTest",
            "org.bookbell.status.IncidentKindsTest",
            "org.bookbell.status.StatusTest"
        })
@interface TestsOfStorage {}
