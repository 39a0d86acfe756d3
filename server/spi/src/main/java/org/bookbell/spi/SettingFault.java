package org.bookbell.spi;

/**
 * What is wrong with one setting.
 *
 * @param setting the setting's name
 * @param detail a full sentence that says what is wrong, what is allowed and what to do; never the value of a secret
 */
public record SettingFault(String setting, String detail) {}
