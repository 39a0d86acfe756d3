/** A plugin of Bookbell: a format of appointments, {@link ${package}.PlainExporter}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
