/** How the server does: the public status page, and the incidents that operators comment on. */
@NullMarked
package org.bookbell.web.status;

import org.jspecify.annotations.NullMarked;
