// The columns of fanout.steps that define a step, in one list: written, compared and copied together.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

struct step_column {
    const char* name;
    Oid type;
};

/// What add_step writes, in the order of its values.
inline constexpr step_column step_options[] = {
    {"step_type", TEXTOID},
    {"handler", TEXTOID},
    {"sql_function", TEXTOID},
    {"sql_search_path", TEXTOID},
    {"fanout_from", TEXTOID},
    {"source_function", TEXTOID},
    {"source_search_path", TEXTOID},
    {"max_attempts", INT4OID},
    {"base_delay", INTERVALOID},
    {"max_delay", INTERVALOID},
    {"timeout", INTERVALOID},
    {"queue", TEXTOID},
    {"priority", INT4OID},
    {"fanout_path", TEXTOID},
    {"context", TEXTARRAYOID},
    {"batch_size", INT4OID},
    {"max_concurrency", INT4OID},
    {"limits", TEXTARRAYOID},
    {"start_delay", INTERVALOID},
    {"schedule_timeout", INTERVALOID},
    {"heartbeat_timeout", INTERVALOID},
    {"on_failure", TEXTOID},
    {"tolerated_failures", INT4OID},
    {"tolerated_failure_percentage", NUMERICOID},
    {"retry_budget", INT4OID},
    {"output_mode", TEXTOID},
    {"max_buffered", INT4OID},
};

/// The names of step_options, separated by commas.
inline std::string step_option_names() {
    std::string names;
    for (const step_column& column : step_options)
        names += (names.empty() ? "" : ", ") + std::string(column.name);
    return names;
}

/// Those, and what chain_runs writes besides: all that a copy of a step takes over.
inline std::string step_column_names() {
    return step_option_names() +
           ", is_chain, chain_source_step, chain_transform, chain_search_path, chain_name_prefix";
}

}  // namespace fanout
