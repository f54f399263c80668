// The options of a step, in one table: what add_step takes, checks, writes, compares and copies together.
#pragma once

#include "flows/handler.hpp"
#include "postgres/statement.hpp"

namespace fanout {

/// A step as add_step is told to define it.
struct given_step {
    std::string flow_slug, step_slug, step_type, queue;
    std::vector<std::string> dependencies, limits;
    std::optional<std::vector<std::string>> context;
    std::optional<std::string> fanout_from;
    sql_handler handler, source;
    std::string where;  // how messages name it

    bool is_fanout() const { return step_type == "fanout"; }
    bool is_stream() const { return fanout_from == "stream"; }
    bool is_child_run() const { return handler.canonical.starts_with(child_handler_prefix); }
};

/// A column of fanout.steps.
struct step_option {
    const char* column;
    Oid type;
    /// What it gets; null: the argument of that name.
    parameter (*value)(const given_step& step) = nullptr;
};

inline const step_option step_options[] = {
    {"step_type", TEXTOID},
    {"handler", TEXTOID, [](const given_step& s) { return param::text(s.handler.canonical); }},
    {"sql_function", TEXTOID, [](const given_step& s) { return param::optional_text(s.handler.function); }},
    {"sql_search_path", TEXTOID,
     [](const given_step& s) { return param::optional_text(s.handler.search_path); }},
    {"fanout_from", TEXTOID,
     [](const given_step& s) {
         return param::optional_text(s.source.function ? s.source.canonical : s.fanout_from);
     }},
    {"source_function", TEXTOID, [](const given_step& s) { return param::optional_text(s.source.function); }},
    {"source_search_path", TEXTOID,
     [](const given_step& s) { return param::optional_text(s.source.search_path); }},
    {"max_attempts", INT4OID},
    {"base_delay", INTERVALOID},
    {"max_delay", INTERVALOID},
    {"timeout", INTERVALOID},
    {"queue", TEXTOID},
    {"priority", INT4OID},
    {"fanout_path", TEXTOID},
    {"context", TEXTARRAYOID,
     [](const given_step& s) { return s.context ? param::text_array(*s.context) : param::null(); }},
    {"batch_size", INT4OID},
    {"max_concurrency", INT4OID},
    {"limits", TEXTARRAYOID, [](const given_step& s) { return param::text_array(s.limits); }},
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

/// Their columns, separated by commas.
inline std::string step_option_names() {
    std::string names;
    for (const step_option& option : step_options)
        names += (names.empty() ? "" : ", ") + std::string(option.column);
    return names;
}

/// Those, and what chain_runs writes besides: all that a copy of a step takes over.
inline std::string step_column_names() {
    return step_option_names() +
           ", is_chain, chain_source_step, chain_transform, chain_search_path, chain_name_prefix";
}

}  // namespace fanout
