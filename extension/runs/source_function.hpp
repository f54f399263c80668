// What users write as sources of items: functions and jsonpaths.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Takes what a source gives.
class source_receiver {
public:
    virtual ~source_receiver() = default;
    /// What a function that returns one value has returned; none: SQL NULL.
    virtual void receive_value(std::optional<Datum> value) = 0;
    /// Some of the rows that one of many rows returns, or of a path's matches, in their order. The Datums are
    /// gone after the call.
    virtual void receive_rows(const std::vector<Datum>& items) = 0;
};

/// Calls the step's source function, as the flow's owner, with what a single step would get. Its rows are
/// streamed: a million of them are never in memory at once. Errors of the function say whose they are.
void call_source_function(const step_state& state, source_receiver& receiver);

/// Finds what the step's jsonpath matches in a value, as the flow's owner. Throws invalid_source where the
/// path doesn't fit the value.
/// @param source  how messages name the value
void find_path_items(const step_state& state, const std::string& source, Datum value,
                     source_receiver& receiver);

/// From construction on, whether a source has raised an error: what ended its evaluation was then that, and
/// not what the engine did with its items.
class source_failures {
public:
    source_failures();
    bool any() const;
};

}  // namespace fanout
