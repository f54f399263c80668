// Which versions of the schema this library serves. A session keeps the library that it has loaded until it ends,
// whatever is installed meanwhile; and what a new one loads is there before ALTER EXTENSION ... UPDATE is run.
#pragma once

namespace fanout {

/// This library's own version.
extern const char library_version[];

/// Throws schema_version where the schema is older than what the library serves: the session can go on once
/// the extension has been updated. Ends the session where it is newer than the library: another one loads the
/// library that came with it. To be called before the schema is looked at; until the transaction ends, nobody
/// can update it then.
void require_served_schema();

/// The same for a look within a transaction that is to hold nothing for long: whoever wants to may update the
/// schema at once.
void require_served_schema_now();

}  // namespace fanout
