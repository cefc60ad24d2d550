/** What helps where rules are written: files to begin a rule, support or fact with, and schemas for editors. */
@NullMarked
package org.hqccp.authoring;

import org.jspecify.annotations.NullMarked;
