/// Writes results for people and programs: tables, CSV, JSON.
package dev.quarry.session.render;
