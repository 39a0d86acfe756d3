package org.bookbell.storage.transaction;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.bookbell.storage.Conflicts;
import org.bookbell.storage.start.ServerResources;

/** Wraps the transaction from outside, so that a conflict reported only at commit is repeated too. */
@Interceptor
@RetriedOnConflict
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class ConflictInterceptor {

    private final TransactionSynchronizationRegistry transactions =
            ServerResources.get("java:comp/TransactionSynchronizationRegistry");

    @AroundInvoke
    Object repeat(InvocationContext invocation) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return invocation.proceed();
        }
        return Conflicts.retry(invocation::proceed);
    }
}
