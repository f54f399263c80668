#include "handlers/programs/command_settings.hpp"

#include "base/handler_limits.hpp"
#include "base/secret_value.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace fanout::worker_detail {
namespace {

constexpr int64_t least_memory = 1 << 20, most_memory = int64_t{1} << 50;
constexpr int64_t longest_ms = 3600000;
constexpr std::string_view reserved = "FANOUT_";

bool is_name(std::string_view name) {
    return !name.empty() && name.find_first_of(std::string_view("=\0", 2)) == std::string_view::npos;
}

/// Names of variables; none is all right, too.
section::reader names(const section& s, std::vector<std::string>& into) {
    return [&s, &into](const json_place& at) {
        auto is_good = [](const nlohmann::json& e) { return e.is_string() && is_name(e.get<std::string>()); };
        if (!at.value.is_array() || !std::all_of(at.value.begin(), at.value.end(), is_good)) {
            s.fail(at, "is not an array of names of variables");
        }
        into = at.value.get<std::vector<std::string>>();
    };
}

section::reader variables(const section& s, std::map<std::string, std::string>& into) {
    return [&s, &into](const json_place& at) {
        const section all(s, at);
        all.read_each([&](const std::string& name, const json_place& value) {
            if (!is_name(name)) all.fail(value, "is no variable's name");
            if (name.starts_with(reserved)) all.fail(value, "is a name that the daemon keeps for itself");
            secret_value(all, into[name])(value);
        });
    };
}

section::reader existing_directory(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        std::error_code ignored;
        if (!std::filesystem::is_directory(into, ignored)) s.fail(at, "is no directory: " + into);
    };
}

bool is_allowed(const std::vector<std::string>& allowed, std::string_view name) {
    return !name.starts_with(reserved) &&
           std::any_of(allowed.begin(), allowed.end(), [&](std::string_view a) {
               return a.ends_with('*') ? name.starts_with(a.substr(0, a.size() - 1)) : a == name;
           });
}

}  // namespace

void command_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    keys["argv"] = s.texts(argv);
    keys["directory"] = existing_directory(s, directory);
    keys["environment"] = names(s, environment);
    keys["variables"] = worker_detail::variables(s, variables);
    keys["max_output_bytes"] = s.number(max_output_bytes, 1, 256 << 20);
    keys["memory_limit_bytes"] = s.number(memory_limit_bytes, least_memory, most_memory);
    keys["cpu_limit_seconds"] = s.number(cpu_limit_seconds, 1, longest_ms);
    keys["stop_grace_ms"] = s.milliseconds(stop_grace, 0, longest_ms);
}

void command_settings::check(const section& s) const {
    if (argv.empty() || argv[0].empty()) s.fail_key("argv", "is missing: the command and its arguments");
    for (const std::string& argument : argv) {
        if (argument.find('\0') != std::string::npos) s.fail_key("argv", "has a NUL byte");
    }
}

command command_settings::what_to_start() const {
    command c;
    c.argv = argv;
    c.directory = directory;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view variable = *entry;
        const std::string name(variable.substr(0, variable.find('=')));
        if (is_allowed(environment, name) && !variables.contains(name)) c.variables.emplace_back(variable);
    }
    for (const auto& [name, value] : variables) c.variables.push_back(name + "=" + value);
    if (memory_limit_bytes > 0) c.memory_limit = memory_limit_bytes;
    if (cpu_limit_seconds > 0) c.cpu_limit = std::chrono::seconds(cpu_limit_seconds);
    c.stop_grace = stop_grace;
    return c;
}

concurrency_range command_settings::usual_concurrency() {
    return {usual_for_this_machine(), usual_for_this_machine()};
}

void process_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    command_settings::add_keys(s, keys);
    keys["pipeline"] = s.number(pipeline, 1, 1000);
    keys["recycle_after"] = s.number(recycle_after, 1, 1000000000);
    keys["cancel_grace_ms"] = s.milliseconds(cancel_grace, 0, longest_ms);
    keys["idle_timeout_ms"] = s.milliseconds(idle_timeout, 0, 24 * longest_ms);
}

}  // namespace fanout::worker_detail
