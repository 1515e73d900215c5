/// The one registry: what Quarry stores and shows, declared once.
///
/// Datasets, columns, keys, orders, views and the functions that views need are declared here and nowhere else;
/// writers, sessions, validation and documentation read the declarations. No IO.
package dev.quarry.catalog;
