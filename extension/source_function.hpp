// Functions of users as sources of items.
#pragma once

#include "state.hpp"

namespace fanout {

/// Takes what a source function gives.
class function_receiver {
public:
    virtual ~function_receiver() = default;
    /// What a function that returns one value has returned; none: SQL NULL.
    virtual void receive_value(std::optional<Datum> value) = 0;
    /// Some of the rows that one of many rows returns, in their order. The Datums are gone after the call.
    virtual void receive_rows(const std::vector<Datum>& items) = 0;
};

/// Calls the step's source function, as the flow's owner, with what a single step would get. Its rows are
/// streamed: a million of them are never in memory at once. Errors of the function say whose they are.
void call_source_function(const step_state& state, function_receiver& receiver);

}  // namespace fanout
