package org.bookbell.message;

import java.util.Optional;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/** Calendar files for e-mails that tell clients of their appointments; export implements it. Called outside any transaction. */
public interface Invitations {

    /** The one to attach to a message; empty where there is none, which never keeps the message from being sent. */
    Optional<Attachment> find(long organizationId, long messageId);
}
