// What a chained run gets as its input: the output of a run before it.
#pragma once

#include "postgres/function_caller.hpp"
#include "runs/state.hpp"

namespace fanout {

/// A step that chains runs to others. Outputs are read when a run starts, one at a time.
class chain {
public:
    /// None where the step isn't one. Throws where its transform can't be called any more.
    static std::optional<chain> find(const step_state& state);

    /// What follows on the run whose id is the item. Throws where that run isn't there, or isn't completed.
    Datum input_after(const step_state& state, Datum item) const;

    std::optional<std::string> name_prefix;  ///< of the runs' names, before their indexes

private:
    Datum transformed(const step_state& state, Datum output) const;

    std::optional<std::string> source_step_, transform_, search_path_;
};

}  // namespace fanout
