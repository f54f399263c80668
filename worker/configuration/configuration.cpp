#include "configuration/configuration.hpp"

#include "base/listening_socket.hpp"

#include <algorithm>
#include <thread>

namespace fanout::worker_detail {
namespace {

constexpr int most_at_once = 10000;
constexpr int most_weight = 1000;
constexpr int64_t longest_drain_ms = int64_t{7} * 24 * 3600 * 1000;

int cores() {
    return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

/// A number, or {"min": …, "max": …}.
section::reader concurrency(const section& s, concurrency_range& into) {
    return [&s, &into](const json_place& at) {
        if (!at.value.is_object()) {
            s.number(into.min, 1, most_at_once)(at);
            into.max = into.min;
            return;
        }
        const section range(s, at);
        range.read({{"min", range.number(into.min, 1, most_at_once)},
                    {"max", range.number(into.max, 1, most_at_once)}});
        if (!range.contains("max")) range.fail_key("max", "is missing");
        if (into.max < into.min) range.fail_key("max", "is below min");
    };
}

/// An array of names, or an object of names with weights.
section::reader queues(const section& s, configuration& into) {
    return [&s, &into](const json_place& at) {
        if (!at.value.is_object()) return s.texts(into.queues)(at);
        const section weights(s, at);
        into.queues.clear();
        weights.read_each([&](const std::string& name, const json_place& weight) {
            if (name.empty()) weights.fail(weight, "is no queue's name: it is empty");
            into.queues.push_back(name);
            weights.number(into.queue_weights.emplace_back(), 1, most_weight)(weight);
        });
        if (into.queues.empty()) s.fail(at, "names no queue");
    };
}

section::reader listen_address(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        if (!is_listen_address(into)) s.fail(at, no_listen_address);
    };
}

/// Reads the settings of one kind of handler together with what all have in common.
template <typename Settings>
Settings read_kind(const section& s, std::map<std::string, section::reader> common) {
    Settings settings;
    settings.add_keys(s, common);
    s.read(common);
    settings.check(s);
    return settings;
}

/// What the configuration doesn't say is as the plugin wants it.
plugin_settings read_plugin(const section& s, const std::map<std::string, section::reader>& common,
                            const std::string& name, handler_configuration& into) {
    auto settings = read_kind<plugin_settings>(s, common);
    const handler_options how = settings.load(s, name);
    if (!s.contains("concurrency")) into.concurrency = {how.concurrency.min, how.concurrency.max};
    if (!s.contains("prefetch")) into.prefetch = how.prefetch;
    return settings;
}

/// How many tasks a child may have been given at once.
int most_given(const handler_configuration& h) {
    const auto* process = std::get_if<process_settings>(&h.kind);
    return process ? process->pipeline : 1;
}

handler_configuration read_handler(const std::string& name, const section& s) {
    handler_configuration result;
    result.concurrency = {1, 0};
    std::string type;
    s.read_each([&](const std::string& key, const json_place& at) {
        if (key == "type") s.choice(type, {"exec", "process", "http", "plugin"})(at);
    });
    if (type.empty()) s.fail_key("type", "is missing: exec, process, http or plugin");
    const std::map<std::string, section::reader> common = {
        {"type", s.text(type)},
        {"concurrency", concurrency(s, result.concurrency)},
        {"prefetch", s.number(result.prefetch, 0, 100000)}};
    if (type == "exec") result.kind = read_kind<exec_settings>(s, common);
    if (type == "process") result.kind = read_kind<process_settings>(s, common);
    if (type == "http") result.kind = read_kind<http_settings>(s, common);
    const int usual = type == "http" ? http_settings::usual_concurrency : cores();
    if (!s.contains("concurrency")) result.concurrency = {usual, usual};
    if (!s.contains("prefetch")) result.prefetch = result.concurrency.max * most_given(result);
    if (type == "plugin") result.kind = read_plugin(s, common, name, result);
    return result;
}

void read_handlers(const section& s, std::map<std::string, handler_configuration>& into) {
    s.read_each([&](const std::string& name, const json_place& at) {
        if (name.empty() || name.find(':') != std::string::npos) {
            s.fail(at, "is no handler's name: it is empty or has a colon");
        }
        into[name] = read_handler(name, section(s, at));
    });
}

}  // namespace

configuration read_configuration(const std::string& file) {
    configuration result;
    if (file.empty()) return result;
    const section s = section::of_file(file);
    s.read({{"name", s.text(result.name)},
            {"queues", queues(s, result)},
            {"sql_connections", s.number(result.sql_connections, 0, 1000)},
            {"poll_interval_ms", s.number(result.poll_interval_ms, 10, 3600000)},
            {"drain_timeout_ms", s.milliseconds(result.drain_timeout, 0, longest_drain_ms)},
            {"log_format", s.choice(result.log_format, {std::begin(log_formats), std::end(log_formats)})},
            {"log_level", s.choice(result.log_level, {std::begin(log_levels), std::end(log_levels)})},
            {"listen", listen_address(s, result.listen)},
            {"handlers", [&](const json_place& at) { read_handlers(section(s, at), result.handlers); }}});
    return result;
}

}  // namespace fanout::worker_detail
