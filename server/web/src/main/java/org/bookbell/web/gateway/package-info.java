/**
 * The accounts that messages go out through, as operators and as owners of organizations keep them. {@code GatewayAnswers}
 * and {@code GatewayForms} are what both have in common; an owner's address finds the organization's own gateways only.
 */
@NullMarked
package org.bookbell.web.gateway;

import org.jspecify.annotations.NullMarked;
