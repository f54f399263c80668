// What a step's `handler` text means, and SQL functions as handlers.
#pragma once

#include "postgres/guard.hpp"

#include <optional>
#include <string_view>

namespace fanout {

/// Names in the queue of handlers that aren't a worker's own: all SQL functions share one, and so does the
/// work that the engine leaves to any worker.
inline constexpr char sql_queue_handler[] = "sql:";
inline constexpr char internal_queue_handler[] = "fanout:";
inline constexpr char child_queue_handler[] = "flow:";

/// Whether its tasks, or what else stands in the queue under this name, are the engine's to do.
inline bool is_engines_own(std::string_view queue_handler) {
    return queue_handler == internal_queue_handler || queue_handler == child_queue_handler;
}

/// A handler that starts with this runs a flow of that name, as a child run a task.
inline constexpr char child_handler_prefix[] = "flow:";

struct sql_handler {
    std::string canonical;                   ///< as stored: `sql:schema.function`, or the plain name
    std::optional<std::string> function;     ///< qualified and quoted, for an SQL handler
    std::optional<std::string> search_path;  ///< the caller's, for an SQL handler
};

/// Checks a handler as its caller sees it. An SQL handler must exist, take one jsonb, return one jsonb, be
/// executable by the caller, and its caller must not be a superuser unless fanout.superuser_handlers allows
/// it.
sql_handler resolve_handler(const std::string& handler, Oid caller, const std::string& where);

/// Checks `sql:function` as a source of items likewise; it returns jsonb or setof jsonb.
sql_handler resolve_source(const std::string& source, Oid caller, const std::string& where);

/// The function of a source that was resolved before; as handler_function.
Oid source_function(const std::string& name, Oid owner, const std::string& where);

/// The function of an SQL handler that was resolved before, as the current user finds it. Throws
/// invalid_handler where it was dropped, can't be a handler any more, or the owner may not execute it.
Oid handler_function(const std::string& name, Oid owner, const std::string& where);

/// The name under which tasks of a handler stand in the queue.
std::string queue_handler(const std::string& handler);

/// What is wrong where a flow's owner isn't there: nothing can run as that role.
std::string owner_is_gone(Oid owner);

/// Throws not_owner where that is so.
void check_owner_is_there(Oid owner, const std::string& where);

/// Throws where SQL handlers of this owner may not run.
void check_handler_owner(Oid owner, const std::string& where);

}  // namespace fanout
