/**
 * A plugin of Bookbell: a provider that takes messages as JSON over HTTP. {@link ${package}.Account} is what its operator
 * sets, {@link ${package}.Answers} what the provider's answers mean.
 */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
