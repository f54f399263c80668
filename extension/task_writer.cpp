#include "task_writer.hpp"

#include "progress.hpp"
#include "task_input.hpp"

#include <algorithm>
#include <deque>

namespace fanout {
namespace {

using enum task_writer::column;

/// What an answer holds of items beside a context that is larger than an answer should be.
constexpr int64_t least_item_bytes = 1 << 20;

struct task_input {
    int32_t index;
    std::optional<Datum> text;        // none where there is no such text
    std::optional<Datum> progress{};  // what was reported last
};

/// What the tasks of a claim have in common, as it is and as text.
struct claim_context {
    std::optional<Datum> value{}, text{};
};

struct claim_inputs {
    std::optional<Datum> context{};  // as text, where it is sent apart
    std::vector<task_input> tasks{};
};

/// The contexts of the claims of one answer, read a hundred at a time, as they are needed.
class context_reader {
public:
    explicit context_reader(const claimed_tasks& claimed) {
        std::set<int64_t> seen;
        for (const auto& [id, c] : claimed.taken) {
            if (executor_of(c) == claim_executor::worker && claimed.states.at(c.state_id).has_context &&
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
Datum input_of(const step_state& state, const task_item& task, const claim_context& context) {
    return json_input(state, task.item,
                      task.errors ? json_text(add_errors(context.value, *task.errors)) : context.text);
}

std::vector<task_input> without_text(const index_set& indexes) {
    std::vector<task_input> result;
    for (int32_t index : indexes.elements()) result.push_back({index, std::nullopt});
    return result;
}

/// Reads the tasks' inputs as far as the budget goes.
std::vector<task_input> read_tasks(const claim& c, const step_state& state, const claim_context& context,
                                   int64_t& budget) {
    std::vector<task_input> result;
    const int64_t whole_budget = budget;
    auto read = [&](const index_set& which) {
        return subtransaction([&] {
            for_each_item(which, state, [&](const task_item& task) {
                const Datum text = input_of(state, task, context);
                task_input& t = result.emplace_back(task_input{task.index, text});
                if (c.has_progress) t.progress = progress_of(c.state_id, task.index);
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

/// Reads what a claim's rows have. Some inputs can't be given as text (numbers of many digits, above a
/// gigabyte): their error must not be the exchange's, which would meet it again and again.
claim_inputs read_inputs(const claim& c, const step_state& state, context_reader& contexts, bool apart,
                         int64_t& budget) {
    claim_context context;
    if (subtransaction([&] { context = read_claim_context(state, contexts); })) {
        return {std::nullopt, without_text(c.indexes)};
    }
    // Two objects of errors can't be put together without parsing them.
    const bool has_own_errors = state.pipelined_state_id && has_errors(context.value);
    if (!apart || !state.is_fanout || has_own_errors) {
        return {std::nullopt, read_tasks(c, state, context, budget)};
    }
    if (context.text) {
        const bool is_first = budget == most_input_bytes;
        budget -= input_bytes(*context.text);
        if (is_first) budget = std::max(budget, least_item_bytes);
        if (budget <= 0) return {};
    }
    return {context.text, read_tasks(c, state, {}, budget)};
}

/// Writes a claim's tasks as far as the budget goes; returns how many.
int64_t write_tasks(task_writer& writer, const claim& c, const step_state& state, context_reader& contexts,
                    int64_t& budget) {
    if (budget <= 0) return 0;
    const claim_inputs inputs = read_inputs(c, state, contexts, writer.is_brief(), budget);
    writer.start_claim("task", c, state);
    writer.set(context, inputs.context);
    for (const task_input& t : inputs.tasks) {
        writer.set(task_index, Int32GetDatum(t.index));
        writer.set(input, t.text);
        writer.set(progress, t.progress);
        writer.put();
        writer.shorten();
    }
    return static_cast<int64_t>(inputs.tasks.size());
}

void write_whole_claim(task_writer& writer, const char* what, const claim& c, const step_state& state) {
    writer.start_claim(what, c, state);
    writer.set(task_index, Int32GetDatum(static_cast<int32_t>(c.indexes.size())));
    writer.put();
}

}  // namespace

void write_claims(task_writer& writer, const claimed_tasks& claimed) {
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
