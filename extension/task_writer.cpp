#include "task_writer.hpp"

#include "progress.hpp"
#include "task_input.hpp"

namespace fanout {
namespace {

using enum task_writer::column;

struct task_input {
    int32_t index;
    std::optional<Datum> text;        // none where there is no such text
    std::optional<Datum> progress{};  // what was reported last
};

/// Reads inputs as far as the budget goes. Some can't be given as text (numbers of many digits, above a
/// gigabyte): their error must not be the exchange's, which would meet it again and again.
std::vector<task_input> read_inputs(const claim& c, const step_state& state, int64_t& budget) {
    std::vector<task_input> result;
    const int64_t whole_budget = budget;
    auto read = [&](const index_set& which) {
        return subtransaction([&] {
            for_each_input(which, state, input_type::json, [&](int32_t index, Datum text) {
                task_input& t = result.emplace_back(task_input{index, text});
                if (c.has_progress) t.progress = progress_of(c.state_id, index);
                budget -= input_bytes(text) + (t.progress ? input_bytes(*t.progress) : 0);
                return budget > 0;
            });
        });
    };
    if (!read(c.indexes)) return result;
    result.clear();
    budget = whole_budget;
    index_set rest = c.indexes;
    while (!rest.empty() && budget > 0) {
        const index_set one = rest.take(1);
        if (read(one)) result.push_back({one.ranges().front().lo, std::nullopt});
    }
    return result;
}

/// Writes a claim's tasks as far as the budget goes; returns how many.
int64_t write_tasks(task_writer& writer, const claim& c, const step_state& state, int64_t& budget) {
    if (budget <= 0) return 0;
    const std::vector<task_input> inputs = read_inputs(c, state, budget);
    writer.start_claim("task", c, state);
    for (const task_input& t : inputs) {
        writer.set(task_index, Int32GetDatum(t.index));
        writer.set(input, t.text);
        writer.set(progress, t.progress);
        writer.put();
        writer.shorten();
    }
    return static_cast<int64_t>(inputs.size());
}

void write_whole_claim(task_writer& writer, const char* what, const claim& c, const step_state& state) {
    writer.start_claim(what, c, state);
    writer.set(task_index, Int32GetDatum(static_cast<int32_t>(c.indexes.size())));
    writer.put();
}

}  // namespace

void write_claims(task_writer& writer, const claimed_tasks& claimed) {
    int64_t budget = most_input_bytes;
    for (const auto& [id, c] : claimed.taken) {
        const step_state& state = claimed.states.at(c.state_id);
        switch (executor_of(c)) {
        case claim_executor::sql:
            write_whole_claim(writer, "sql", c, state);
            break;
        case claim_executor::internal:
            write_whole_claim(writer, "internal", c, state);
            break;
        case claim_executor::worker:
            keep_first(c, write_tasks(writer, c, state, budget));
            break;
        }
    }
}

}  // namespace fanout
