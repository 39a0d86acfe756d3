package org.bookbell.dispatch.figures;

/** Something that happened and is counted; it names no organization. */
public sealed interface Figure permits GatewayAnswered, MessagesMoved, ReceiptsMoved {}
