/// What a repository says about itself in its packaging files, as far as it decides how its source is read.
package dev.quarry.extract.project;
