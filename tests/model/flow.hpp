// A generated flow: its steps, what their tasks do, and what happens to its runs.
#pragma once

#include "jsonb_text.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace model {

/// What a task's output looks like.
enum class shape {
    value,     ///< an object
    list,      ///< an array of `width` items
    document,  ///< an object that holds arrays of arrays, for paths to look into
    scalar,    ///< a string: over this nothing can be fanned out
};

/// What the tasks of a step do. Everything follows from this and a task's input; see behaviour.hpp.
struct behaviour {
    uint64_t seed = 0;
    std::string step;
    shape output = shape::value;
    int width = 0;
    int flaky = 0;      ///< percent of tasks whose first attempts fail, and a later one doesn't
    int hopeless = 0;   ///< percent that fail until they are out of attempts
    int refused = 0;    ///< percent whose first attempt fails for good
    int bad_items = 0;  ///< percent of a batch's items that fail alone
    int max_attempts = 1;
};

/// Who runs the tasks.
enum class runner {
    client,  ///< a thread of this program
    sql,     ///< the server
    child,   ///< a run of another flow
};

struct step {
    std::string slug;
    std::vector<std::string> depends_on;
    bool is_fanout = false;
    runner runs_on = runner::client;
    std::string handler;  ///< as add_step takes it
    std::string child;    ///< the flow's slug, for child runs
    int priority = 0;

    // The source of a fan-out.
    std::string fanout_from;  ///< empty: the only dependency
    std::string fanout_path;  ///< empty: none
    int function_width = 0;   ///< items that an SQL function gives
    int batch_size = 1;
    std::optional<std::vector<std::string>> context;

    // Gathering.
    bool collects = false;
    std::optional<int> tolerated_failures, tolerated_percentage;
    std::optional<int> retry_budget;
    bool counts_only = false;

    // Limits.
    std::optional<int> max_concurrency;
    std::vector<std::string> limits;

    behaviour does;

    bool is_source_function() const { return fanout_from.starts_with("sql:"); }
    bool is_stream() const { return fanout_from == "stream"; }

    /// The dependency that is fanned out over; empty where it is something else.
    std::string source_step() const;
};

/// What happens to one run.
struct run_plan {
    json input;
    int priority = 0;
    std::optional<int> cancel_after;  ///< so many of its tasks have ended
    bool resumes = false;             ///< until it is completed
    bool starts_twice = false;        ///< the same run_id is sent again
    bool is_steered = false;          ///< meanwhile: paused and continued, hurried up, its retries as well
    bool retries_by_hand = false;     ///< each failed task by itself, where it would be resumed
    bool follows = false;             ///< where it is resumed, by a version whose steps run in another way
    json stream;                      ///< what is pushed into its stream
};

struct flow {
    uint64_t seed = 0;
    std::string slug;
    int max_attempts = 1;
    std::vector<step> steps;
    std::vector<run_plan> runs;

    const step& at(const std::string& step_slug) const;

    /// Whether the step starts each task as soon as its source's task is done.
    bool is_pipelined(const step& s) const;

    std::vector<const step*> dependents(const step& s) const;
};

}  // namespace model
