#include "configuration/configuration.hpp"

#include "base/handler_limits.hpp"
#include "base/listening_socket.hpp"
#include "server/connection_string.hpp"

#include <algorithm>
#include <concepts>
#include <set>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr int most_weight = 1000;
constexpr int64_t longest_drain_ms = int64_t{7} * 24 * 3600 * 1000;

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

section::reader name(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        if (!is_name(into)) s.fail(at, no_name);
    };
}

section::reader names(const section& s, std::vector<std::string>& into) {
    return [&s, &into](const json_place& at) {
        s.texts(into)(at);
        if (!std::all_of(into.begin(), into.end(), is_name))
            s.fail(at, "has what is no name: empty, longer than 255 bytes, or with a zero byte");
    };
}

/// An array of names, or an object of names with weights.
section::reader queues(const section& s, configuration& into) {
    return [&s, &into](const json_place& at) {
        if (!at.value.is_object()) return names(s, into.queues)(at);
        const section weights(s, at);
        into.queues.clear();
        weights.read_each([&](const std::string& name, const json_place& weight) {
            if (!is_name(name)) weights.fail(weight, no_name);
            into.queues.push_back(name);
            weights.number(into.queue_weights.emplace_back(), 1, most_weight)(weight);
        });
        if (into.queues.empty()) s.fail(at, "names no queue");
    };
}

/// What is shown of them, without passwords, is to tell them apart.
section::reader databases(const section& s, std::vector<std::string>& into) {
    return [&s, &into](const json_place& at) {
        s.texts(into)(at);
        std::set<std::string> names;
        for (const std::string& connection : into) {
            if (!is_connection_string(connection))
                s.fail(at, "has what is no connection string that libpq can read, or empty");
            if (!names.insert(without_secrets(connection)).second) s.fail(at, "has a database twice");
        }
    };
}

section::reader address(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        if (!is_listen_address(into)) s.fail(at, no_listen_address);
    };
}

template <size_t... Kind> std::vector<std::string> names_of_kinds(std::index_sequence<Kind...>) {
    return {std::string(std::variant_alternative_t<Kind, handler_kind>::type)...};
}

constexpr std::make_index_sequence<std::variant_size_v<handler_kind>> all_kinds;

/// `exec, process or http`.
std::string one_of(const std::vector<std::string>& words) {
    std::string result = words.front();
    for (size_t i = 1; i < words.size(); ++i) result += (i + 1 < words.size() ? ", " : " or ") + words[i];
    return result;
}

std::string read_type(const section& s) {
    const std::vector<std::string> names = names_of_kinds(all_kinds);
    std::string type;
    s.read_each([&](const std::string& key, const json_place& at) {
        if (key == "type") s.choice(type, names)(at);
    });
    if (type.empty()) s.fail_key("type", "is missing: " + one_of(names));
    return type;
}

/// Reads the settings of one kind of handler together with what all have in common. What isn't said is as usual
/// for the kind.
template <typename Settings>
handler_configuration read_kind(const std::string& name, const section& s, const plugin_loader& loader) {
    Settings settings;
    concurrency_range said{1, 0};
    int prefetch = 0;
    std::string type;
    std::map<std::string, section::reader> keys = {{"type", s.text(type)},
                                                   {"concurrency", concurrency(s, said)},
                                                   {"prefetch", s.number(prefetch, 0, most_prefetched)}};
    settings.add_keys(s, keys);
    s.read(keys);
    settings.check(s);
    if constexpr (std::same_as<Settings, plugin_settings>) {
        if (loader) settings.load(s, name, loader);
    }
    if (!s.contains("concurrency")) said = settings.usual_concurrency();
    if (!s.contains("prefetch")) prefetch = settings.usual_prefetch(said.max);
    return {std::move(settings), said, prefetch};
}

template <size_t... Kind>
handler_configuration read_handler(const std::string& name, const section& s, const plugin_loader& loader,
                                   std::index_sequence<Kind...>) {
    const std::string type = read_type(s);
    handler_configuration result;
    auto read_if = [&]<typename Settings>(std::type_identity<Settings>) {
        if (type == Settings::type) result = read_kind<Settings>(name, s, loader);
    };
    (read_if(std::type_identity<std::variant_alternative_t<Kind, handler_kind>>()), ...);
    return result;
}

void read_handlers(const section& s, const plugin_loader& loader,
                   std::map<std::string, handler_configuration>& into) {
    s.read_each([&](const std::string& name, const json_place& at) {
        if (!is_name(name)) s.fail(at, no_name);
        if (name.find(':') != std::string::npos) s.fail(at, "is no handler's name: it has a colon");
        into[name] = read_handler(name, section(s, at), loader, all_kinds);
    });
}

}  // namespace

std::string listen_address(const options& o, const configuration& c) {
    if (!o.listen.empty()) return o.listen;
    return c.listen.empty() && c.page ? usual_listen_address : c.listen;
}

configuration read_configuration(const std::string& file, const plugin_loader& loader) {
    configuration result;
    if (file.empty()) return result;
    const section s = section::of_file(file);
    s.read({{"name", name(s, result.name)},
            {"databases", databases(s, result.databases)},
            {"queues", queues(s, result)},
            {"sql_connections", s.number(result.sql_connections, 0, 1000)},
            {"poll_interval_ms", s.number(result.poll_interval_ms, 10, 3600000)},
            {"drain_timeout_ms", s.milliseconds(result.drain_timeout, 0, longest_drain_ms)},
            {"log_format", s.choice(result.log_format, {std::begin(log_formats), std::end(log_formats)})},
            {"log_level", s.choice(result.log_level, {std::begin(log_levels), std::end(log_levels)})},
            {"listen", address(s, result.listen)},
            {"page", [&](const json_place& at) { result.page = page_settings::read(section(s, at)); }},
            {"handlers",
             [&](const json_place& at) { read_handlers(section(s, at), loader, result.handlers); }}});
    return result;
}

}  // namespace fanout::worker_detail
