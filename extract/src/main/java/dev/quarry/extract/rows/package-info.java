/// What the row builders of all families share: identity and position columns, excerpts of source, the log of errors.
package dev.quarry.extract.rows;
