#include "process_runner.hpp"

#include "child_io.hpp"
#include "json_text.hpp"
#include "log.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds first_pause{50};
constexpr std::chrono::milliseconds longest_pause{5000};
constexpr std::chrono::milliseconds end_grace{1000};

/// The request line. The input goes through as text, never parsed; JSON text has no line break but between
/// tokens.
std::string request_line(const claimed_task& task) {
    nlohmann::ordered_json header = {{"id", task.key()},           {"run_id", task.of->run_id},
                                     {"flow", task.of->flow_slug}, {"step", task.of->step_slug},
                                     {"index", task.index},        {"attempt", task.of->attempt}};
    std::string line = header.dump();
    line.pop_back();
    line += ",\"input\":" + task.input;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line + "}\n";
}

/// The last member of this name, as jsonb takes it.
std::optional<std::string_view> member(const std::vector<json_member>& members, std::string_view key) {
    auto found =
        std::find_if(members.rbegin(), members.rend(), [&](const json_member& m) { return m.key == key; });
    if (found == members.rend()) return std::nullopt;
    return found->value;
}

/// Reads an answer; throws attempt_failed where it is the task's error or no answer to this task. `answered`
/// tells whether the child kept to the protocol.
std::string read_answer(const std::string& command, const std::string& line, const claimed_task& task,
                        bool& answered) {
    if (line.find('\0') != std::string::npos) throw attempt_failed(command + " printed a NUL byte");
    std::optional<std::vector<json_member>> members;
    try {
        members = json_members(line);
    } catch (const json_error& e) {
        throw attempt_failed(command + " answered no valid JSON: " + e.what());
    }
    const std::optional<std::string_view> id = members ? member(*members, "id") : std::nullopt;
    if (!id || json_string(*id) != task.key()) {
        throw attempt_failed(command + " answered for another task, or without its id");
    }
    answered = true;
    if (auto error = member(*members, "error"); error && *error != "null") {
        throw attempt_failed(json_string(*error).value_or(std::string(*error)),
                             member(*members, "final") == "true");
    }
    auto output = member(*members, "output");
    if (!output) throw attempt_failed(command + " answered with neither output nor error");
    return std::string(*output);
}

}  // namespace

process_runner::~process_runner() {
    if (child_) child_->stop();
}

void process_runner::replace_child(const claimed_task& task, const std::string& reason) {
    ++failures_in_a_row_;
    log::warn("child replaced", {{"command", argv_[0]}, {"task", task.key()}, {"reason", reason}});
    child_->stop();
    child_.reset();
}

/// A child that ended, or spoke unasked, since its last answer is replaced before it costs a task an attempt.
void process_runner::ensure_child(const claimed_task& task) {
    if (child_ && child_->is_quiet()) return;
    if (child_) replace_child(task, "ended or spoke between tasks");
    if (failures_in_a_row_ > 0) {
        const auto pause = std::min(first_pause * (1 << std::min(failures_in_a_row_ - 1, 10)), longest_pause);
        for (auto slept = first_pause * 0; slept < pause && !task.of->stop.stop_requested();
             slept += first_pause) {
            std::this_thread::sleep_for(first_pause);
        }
    }
    child_ = std::make_unique<child>(argv_, environment{});
    log::debug("child started", {{"command", argv_[0]}});
}

void process_runner::fail_after_end() {
    // Its output is usually closed a moment before it has ended.
    const std::optional<int> status = child_->wait(std::chrono::steady_clock::now() + end_grace);
    throw attempt_failed(argv_[0] +
                         (status ? " " + describe_end(*status) : std::string(" closed its output")) +
                         " without an answer");
}

std::string process_runner::ask(const claimed_task& task, std::chrono::steady_clock::time_point deadline) {
    std::string line = converse(*child_, request_line(task), answer_ends::with_the_line,
                                {task, deadline, max_output_bytes_});
    if (line.find('\n') == std::string::npos) fail_after_end();
    return line;
}

std::string process_runner::run(const claimed_task& task, std::chrono::steady_clock::time_point) {
    ensure_child(task);
    // The pause before a restart is not the task's.
    const auto deadline = std::chrono::steady_clock::now() + task.of->timeout;
    bool answered = false;
    try {
        std::string output = read_answer(argv_[0], ask(task, deadline), task, answered);
        failures_in_a_row_ = 0;
        return output;
    } catch (const attempt_failed& e) {
        if (answered) {
            failures_in_a_row_ = 0;
        } else {
            replace_child(task, e.what());
        }
        throw;
    }
}

}  // namespace fanout::worker_detail
