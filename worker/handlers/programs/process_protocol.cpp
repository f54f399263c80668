#include "handlers/programs/process_protocol.hpp"

#include "base/json_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fanout::worker_detail {
namespace {

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump();
}

/// The last member of this name, as jsonb takes it.
std::optional<std::string_view> member(const std::vector<json_member>& members, std::string_view key) {
    auto found =
        std::find_if(members.rbegin(), members.rend(), [&](const json_member& m) { return m.key == key; });
    if (found == members.rend()) return std::nullopt;
    return found->value;
}

}  // namespace

std::string request_writer::line(const claimed_task& task, const std::string& key) {
    if (of_ != task.of) {
        of_ = task.of;
        common_ = ",\"run_id\":" + quoted(of_->run_id) + ",\"flow\":" + quoted(of_->flow_slug) +
                  ",\"step\":" + quoted(of_->step_slug) + ",\"attempt\":" + std::to_string(of_->attempt) +
                  ",\"timeout_ms\":" + std::to_string(of_->timeout.count());
        if (of_->heartbeat_timeout)
            common_ += ",\"heartbeat_timeout_ms\":" + std::to_string(of_->heartbeat_timeout->count());
    }
    std::string line = "{\"id\":" + quoted(key) + common_ + ",\"index\":" + std::to_string(task.index);
    if (!task.progress.empty()) line += ",\"progress\":" + task.progress;
    line += ",\"input\":" + task.whole_input();
    // JSON text has no line break but between tokens.
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line + "}\n";
}

std::string cancel_line(const std::string& key) {
    return "{\"cancel\":" + quoted(key) + "}\n";
}

child_message read_message(std::string_view line) {
    const std::optional<std::vector<json_member>> members = json_members(line);
    if (!members) return {};
    const auto id = member(*members, "id");
    child_message said{id ? json_string(*id) : std::nullopt, member(*members, "heartbeat"),
                       member(*members, "output"), member(*members, "error"),
                       member(*members, "final") == "true"};
    if (said.error == "null") said.error.reset();
    return said;
}

}  // namespace fanout::worker_detail
