#include "calls/answer.hpp"

#include "runs/input_rows.hpp"
#include "runs/progress.hpp"

#include <algorithm>
#include <deque>

namespace fanout {
namespace {

using enum task_writer::column;

/// What an answer holds of items beside a context that is larger than an answer should be.
constexpr int64_t least_item_bytes = 1 << 20;

/// What the tasks of a claim have in common, as it is and as text.
struct claim_context {
    std::optional<Datum> value{}, text{};
};

struct claim_inputs {
    std::optional<Datum> context{};  // as text, where it is sent apart
    std::vector<input_row> rows{};
};

/// The contexts of the claims of one answer, read a hundred at a time, as they are needed.
class context_reader {
public:
    explicit context_reader(const claimed_tasks& claimed) {
        std::set<int64_t> seen;
        for (const auto& [id, c] : claimed.taken) {
            const step_state& state = claimed.states.at(c.state_id);
            if (executor_of(c) == claim_executor::worker && state.has_context && !state.has_own_input &&
                seen.insert(c.state_id).second)
                unread_.push_back(c.state_id);
        }
    }

    std::optional<Datum> read(const step_state& state) {
        if (!known_.contains(state.state_id)) read_next(state.state_id);
        const auto known = known_.find(state.state_id);
        return known == known_.end() ? read_context(state) : known->second;
    }

private:
    /// Those of this state, if it is the next one, and of others that come after it.
    void read_next(int64_t state_id) {
        constexpr std::ptrdiff_t most = 100;
        if (unread_.empty() || unread_.front() != state_id) return;
        const auto end = unread_.begin() + std::min(most, std::ssize(unread_));
        const std::vector<int64_t> next(unread_.begin(), end);
        unread_.erase(unread_.begin(), end);
        known_.clear();
        if (next.size() > 1) known_ = read_small_contexts(next);
    }

    std::deque<int64_t> unread_;  // states, in the order of their claims
    std::map<int64_t, std::optional<Datum>> known_;
};

/// Throws where there is no such text.
claim_context read_claim_context(const step_state& state, context_reader& contexts) {
    const std::optional<Datum> context = contexts.read(state);
    return {context, context ? std::optional(json_text(*context)) : std::nullopt};
}

/// Where a task has errors of its own, they stand with those in the context.
std::optional<Datum> context_of(const task_item& task, const claim_context& context) {
    return task.errors ? json_text(add_errors(context.value, *task.errors)) : context.text;
}

std::vector<input_row> without_text(const index_set& indexes) {
    std::vector<input_row> result;
    for (int32_t index : indexes.elements()) result.push_back({index, 1, std::nullopt});
    return result;
}

/// Runs `f`, which makes texts of inputs, in a subtransaction. Returns whether it could. An error that passes
/// is thrown on, but for a lack of memory, which may come from their size.
template <typename F> bool could_read(F&& f) {
    const std::optional<pg_error> error = subtransaction(f);
    if (error && error->passes() && error->data()->sqlerrcode != ERRCODE_OUT_OF_MEMORY)
        throw pg_error(*error);
    return !error;
}

/// Reads the tasks' inputs as far as the budget goes. Where one has no text, each is read alone.
std::vector<input_row> read_tasks(const queue_row& c, const step_state& state, const claim_context& context,
                                  bool together, int64_t& budget) {
    auto read = [&](const index_set& which) -> std::optional<std::vector<input_row>> {
        std::vector<input_row> rows;
        int64_t left = budget;
        const bool is_read = could_read([&] {
            input_rows inputs(together);
            for_each_item(which, state, [&](const task_item& task) {
                const auto progress = c.has_progress ? progress_of(c.state_id, task.index) : std::nullopt;
                left -= inputs.add(state, task, context_of(task, context), progress);
                return left > 0;
            });
            rows = inputs.finish();
        });
        if (!is_read) return std::nullopt;
        budget = left;
        return rows;
    };
    if (auto rows = read(c.indexes)) return std::move(*rows);
    std::vector<input_row> result;
    index_set rest = c.indexes;
    while (!rest.empty() && budget > 0) {
        const index_set one = rest.take(1);
        const auto rows = read(one).value_or(without_text(one));
        result.insert(result.end(), rows.begin(), rows.end());
    }
    return result;
}

/// Reads what a claim's rows have. Some inputs can't be given as text (numbers of many digits, above a
/// gigabyte): their error must not be the exchange's, which would meet it again and again.
claim_inputs read_inputs(const queue_row& c, const step_state& state, context_reader& contexts, bool brief,
                         int64_t& budget) {
    claim_context context;
    if (!could_read([&] { context = read_claim_context(state, contexts); })) {
        return {std::nullopt, without_text(c.indexes)};
    }
    // Two objects of errors can't be put together without parsing them.
    const bool has_own_errors = state.pipelined_state_id && has_errors(context.value);
    if (!brief || !state.is_fanout || has_own_errors) {
        return {std::nullopt, read_tasks(c, state, context, brief, budget)};
    }
    if (context.text) {
        const bool is_first = budget == most_input_bytes;
        budget -= value_bytes(*context.text);
        if (is_first) budget = std::max(budget, least_item_bytes);
        if (budget <= 0) return {};
    }
    return {context.text, read_tasks(c, state, {}, brief, budget)};
}

/// Writes a claim's tasks as far as the budget goes; returns how many.
int64_t write_tasks(task_writer& writer, const queue_row& c, const step_state& state,
                    context_reader& contexts, int64_t& budget) {
    if (budget <= 0) return 0;
    const claim_inputs inputs = read_inputs(c, state, contexts, writer.is_brief(), budget);
    writer.start_claim(writer.is_brief() ? "tasks" : "task", c, state);
    writer.set(context, inputs.context);
    int64_t written = 0;
    for (const input_row& row : inputs.rows) {
        writer.set(task_index, Int32GetDatum(row.first));
        writer.set(input, row.text);
        writer.set(progress, row.progress);
        writer.put();
        writer.shorten();
        written += row.tasks;
    }
    return written;
}

void write_whole_claim(task_writer& writer, const char* what, const queue_row& c, const step_state& state) {
    writer.start_claim(what, c, state);
    writer.set(task_index, Int32GetDatum(static_cast<int32_t>(c.indexes.size())));
    writer.put();
}

}  // namespace

void write_answer(task_writer& writer, const claimed_tasks& claimed) {
    int64_t budget = most_input_bytes;
    context_reader contexts(claimed);
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
            keep_first(c, write_tasks(writer, c, state, contexts, budget));
            break;
        }
    }
}

}  // namespace fanout
