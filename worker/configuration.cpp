#include "configuration.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <limits>
#include <thread>

namespace fanout::worker_detail {
namespace {

using nlohmann::json;

/// One object of the file, with the place where it stands; every key is read by somebody or is an error.
class section {
public:
    section(const json& value, std::string file, std::string place)
        : value_(value), file_(std::move(file)), place_(std::move(place)) {
        if (!value.is_object()) fail("", "is not an object");
    }

    using reader = std::function<void(const json&, const std::string& key)>;

    void read(const std::map<std::string, reader>& keys) const {
        for (const auto& [key, value] : value_.items()) {
            auto known = keys.find(key);
            if (known == keys.end()) fail(key, "is an unknown key; known are " + names(keys));
            known->second(value, key);
        }
    }

    reader text(std::string& into) const {
        return [this, &into](const json& v, const std::string& key) {
            if (!v.is_string() || v.get<std::string>().empty()) fail(key, "is not a text, or empty");
            into = v.get<std::string>();
        };
    }

    reader texts(std::vector<std::string>& into) const {
        return [this, &into](const json& v, const std::string& key) {
            auto is_text = [](const json& e) { return e.is_string(); };
            if (!v.is_array() || v.empty() || !std::all_of(v.begin(), v.end(), is_text)) {
                fail(key, "is not an array of texts, or empty");
            }
            into = v.get<std::vector<std::string>>();
        };
    }

    template <typename Number> reader number(Number& into, int64_t least, int64_t most) const {
        return [this, &into, least, most](const json& v, const std::string& key) {
            if (!v.is_number_integer() || v.get<int64_t>() < least || v.get<int64_t>() > most) {
                fail(key,
                     "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
            }
            into = v.get<Number>();
        };
    }

    [[noreturn]] void fail(const std::string& key, const std::string& problem) const {
        const std::string at = place_ + (place_.empty() || key.empty() ? "" : ".") + key;
        throw configuration_error(file_ + ": " + (at.empty() ? "the file" : "\"" + at + "\"") + " " +
                                  problem);
    }

private:
    static std::string names(const std::map<std::string, reader>& keys) {
        std::string result;
        for (const auto& entry : keys) result += (result.empty() ? "" : ", ") + entry.first;
        return result;
    }

    const json& value_;
    std::string file_, place_;
};

int cores() {
    return static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
}

handler_configuration read_handler(const json& value, const std::string& file, const std::string& place) {
    handler_configuration result{};
    const section s(value, file, place);
    std::string type;
    s.read({{"type", s.text(type)},
            {"argv", s.texts(result.argv)},
            {"concurrency", s.number(result.concurrency, 1, 10000)},
            {"prefetch", s.number(result.prefetch, 0, 100000)},
            {"max_output_bytes", s.number(result.max_output_bytes, 1, 256 << 20)}});
    if (type != "exec" && type != "process") s.fail("type", "is missing or neither exec nor process");
    if (result.argv.empty() || result.argv[0].empty())
        s.fail("argv", "is missing: the command and its arguments");
    result.type = type == "exec" ? handler_type::exec : handler_type::process;
    if (result.concurrency == 0) result.concurrency = cores();
    if (!value.contains("prefetch")) result.prefetch = result.concurrency;
    return result;
}

/// Which line and column a byte of the file is on.
std::string line_and_column(const std::string& text, size_t byte) {
    const std::string before = text.substr(0, byte == 0 ? 0 : byte - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const size_t start = before.rfind('\n');
    const size_t column = start == std::string::npos ? before.size() + 1 : before.size() - start;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

json parse_file(const std::string& file) {
    std::ifstream stream(file);
    if (!stream) throw configuration_error(file + ": can't be read");
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    try {
        return json::parse(text);
    } catch (const json::parse_error& e) {
        const std::string what = e.what();
        const size_t reason = what.find(": ");
        throw configuration_error(file + ": " + line_and_column(text, e.byte) + ": " +
                                  what.substr(reason == std::string::npos ? 0 : reason + 2));
    }
}

}  // namespace

configuration read_configuration(const std::string& file) {
    configuration result;
    if (file.empty()) return result;
    const json value = parse_file(file);
    const section s(value, file, "");
    s.read({{"name", s.text(result.name)},
            {"queues", s.texts(result.queues)},
            {"sql_connections", s.number(result.sql_connections, 0, 1000)},
            {"poll_interval_ms", s.number(result.poll_interval_ms, 10, 3600000)},
            {"handlers", [&](const json& handlers, const std::string& key) {
                 if (!handlers.is_object()) s.fail(key, "is not an object of handlers by name");
                 for (const auto& [name, handler] : handlers.items()) {
                     if (name.empty() || name.find(':') != std::string::npos) {
                         s.fail(key + "." + name, "is no handler's name: it is empty or has a colon");
                     }
                     result.handlers[name] = read_handler(handler, file, "handlers." + name);
                 }
             }}});
    return result;
}

}  // namespace fanout::worker_detail
