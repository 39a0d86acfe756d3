/**
 * The tenants: who they are, how they wish to be spoken of, their time zone, their settings and their locations.
 *
 * <p>{@link org.bookbell.organization.Founding} makes an {@link org.bookbell.organization.Organization},
 * {@link org.bookbell.organization.OrganizationSettings} changes it, {@link org.bookbell.organization.Organizations}
 * finds it. Everything else in the house belongs to exactly one organization. This package uses no other feature.
 */
@NullMarked
package org.bookbell.organization;

import org.jspecify.annotations.NullMarked;
