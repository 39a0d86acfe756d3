/**
 * Transactions of use cases: {@link org.bookbell.storage.transaction.UseCase} marks where one begins, and a whole one is repeated
 * where another was faster. {@link org.bookbell.storage.transaction.ReadModel} marks classes that begin none.
 */
@NullMarked
package org.bookbell.storage.transaction;

import org.jspecify.annotations.NullMarked;
