package org.bookbell.organization;

/**
 * Settings of an organization were changed in the running transaction: what was planned by them may differ now.
 *
 * @param organizationId whose settings
 */
public record OrganizationChanged(long organizationId) {}
