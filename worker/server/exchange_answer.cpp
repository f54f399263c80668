#include "server/exchange_answer.hpp"

#include "tasks/task_input.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <utility>

namespace fanout::worker_detail {
namespace {

template <typename Number> Number number(const answer_row& row, size_t column) {
    Number result{};
    const std::string_view text = row[column].value_or("");
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, result).ptr != end || text.empty())
        throw answer_refused("a number that is none: \"" + std::string(text) + "\"");
    return result;
}

std::string text(const answer_row& row, size_t column) {
    return std::string(row[column].value_or(""));
}

std::chrono::milliseconds milliseconds(const answer_row& row, size_t seconds) {
    if (!row[seconds]) return {};
    return std::chrono::milliseconds(static_cast<int64_t>(number<double>(row, seconds) * 1000));
}

std::shared_ptr<claim> read_claim(const answer_row& row) {
    auto c = std::make_shared<claim>();
    c->claim_id = number<int64_t>(row, answer_column::claim_id);
    c->attempt = number<int>(row, answer_column::attempt);
    c->run_id = text(row, answer_column::run_id);
    c->flow_slug = text(row, answer_column::flow_slug);
    c->step_slug = text(row, answer_column::step_slug);
    c->handler = text(row, answer_column::handler);
    c->context = text(row, answer_column::context);
    c->timeout = milliseconds(row, answer_column::timeout);
    if (row[answer_column::heartbeat_timeout])
        c->heartbeat_timeout = milliseconds(row, answer_column::heartbeat_timeout);
    return c;
}

/// Whether a lane of these handlers claims rows of this kind.
bool serve(const std::vector<std::string>& handlers, std::string_view kind, std::string_view handler) {
    auto serves = [&](std::string_view h) {
        return std::find(handlers.begin(), handlers.end(), h) != handlers.end();
    };
    if (kind == "sql") return serves("sql:");
    if (kind == "internal") return serves("fanout:") || serves("flow:");
    return serves(handler);
}

class reader {
public:
    explicit reader(const std::vector<std::string>& handlers) : handlers_(handlers) {}

    exchange_answer read(const std::vector<answer_row>& rows) {
        for (const answer_row& row : rows) read(row);
        return std::move(answer_);
    }

private:
    void read(const answer_row& row) {
        const std::string_view kind = row[answer_column::kind].value_or("");
        if (kind == "again") return read_again(row);
        if (!row[answer_column::claim_id]) throw answer_refused("a row without a claim");
        if (std::vector<int64_t>* const ids = list_of(kind)) {
            ids->push_back(number<int64_t>(row, answer_column::claim_id));
        } else {
            read_claimed(row, kind);
        }
    }

    /// Of a kind of row that says something of a claim; null where it gives one.
    std::vector<int64_t>* list_of(std::string_view kind) {
        if (kind == "stale") return &answer_.stale;
        if (kind == "stop") return &answer_.to_stop;
        return kind == "busy" ? &answer_.busy : nullptr;
    }

    /// Nothing now, but soon, or at a known time: when a token of a rate is there, or a retry is due.
    void read_again(const answer_row& row) {
        answer_.has_more_soon = !row[answer_column::timeout];
        if (answer_.has_more_soon) return;
        const double seconds = number<double>(row, answer_column::timeout);
        answer_.more_in = std::chrono::microseconds(static_cast<int64_t>(std::ceil(seconds * 1e6)));
    }

    void read_claimed(const answer_row& row, std::string_view kind) {
        const std::string_view handler = row[answer_column::handler].value_or("");
        // A claim's first row has what its rows have in common.
        const bool is_first = row[answer_column::run_id].has_value();
        if (is_first ? !serve(handlers_, kind, handler) : answer_.claims.empty())
            throw answer_refused("a claim of handler \"" + std::string(handler) + "\"");
        if (is_first) answer_.claims.push_back({std::string(kind), read_claim(row), 0});
        exchange_answer::claimed& c = answer_.claims.back();
        c.tasks += c.runs_on_server() ? number<int>(row, answer_column::task_index) : read_tasks(row, c.of);
    }

    /// The tasks of a row, which follow each other. Returns how many.
    int read_tasks(const answer_row& row, const std::shared_ptr<claim>& c) {
        int index = number<int>(row, answer_column::task_index);
        if (!row[answer_column::input]) {
            answer_.unreadable.push_back(
                {c->claim_id, index, {}, "its input is missing, or too long to be given as text", true});
            return 1;
        }
        std::vector<std::string> inputs = split_inputs(*row[answer_column::input]);
        // Only a row of one task has it.
        const std::string progress = text(row, answer_column::progress);
        for (std::string& i : inputs) answer_.tasks.push_back({c, index++, std::move(i), progress});
        return static_cast<int>(inputs.size());
    }

    const std::vector<std::string>& handlers_;
    exchange_answer answer_;
};

}  // namespace

int exchange_answer::claimed_tasks() const {
    return std::accumulate(claims.begin(), claims.end(), 0,
                           [](int sum, const claimed& c) { return sum + c.tasks; });
}

exchange_answer read_answer(const std::vector<answer_row>& rows, const std::vector<std::string>& handlers) {
    return reader(handlers).read(rows);
}

}  // namespace fanout::worker_detail
