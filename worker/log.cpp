#include "log.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <atomic>

namespace fanout::worker_detail::log {
namespace {

std::string quoted(const std::string& value) {
    return nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string plain_or_quoted(const std::string& value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\\n\r\t") == std::string::npos;
    return plain ? value : quoted(value);
}

std::string text_line(const std::string& message, std::initializer_list<field> fields) {
    std::string text = "msg=" + plain_or_quoted(message);
    for (const auto& [key, value] : fields) text += std::string(" ") + key + "=" + plain_or_quoted(value);
    return text;
}

std::string json_line(const std::string& message, std::initializer_list<field> fields) {
    std::string text = "\"msg\":" + quoted(message);
    for (const auto& [key, value] : fields) text += std::string(",\"") + key + "\":" + quoted(value);
    return text;
}

/// A form of the log's lines. Each has a logger of its own, so that lines of two forms never mix while one is
/// exchanged for the other.
struct form {
    form(const char* pattern, std::string (*how)(const std::string&, std::initializer_list<field>))
        : line(how), logger("fanoutd", std::make_shared<spdlog::sinks::stderr_sink_mt>()) {
        logger.set_pattern(pattern);
        logger.set_level(spdlog::level::trace);
    }

    std::string (*line)(const std::string&, std::initializer_list<field>);
    spdlog::logger logger;
};

form& text_form() {
    static form f("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v", text_line);
    return f;
}

form& json_form() {
    static form f(R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})", json_line);
    return f;
}

std::atomic<form*> chosen = &text_form();
std::atomic<spdlog::level::level_enum> least = spdlog::level::info;

void write(spdlog::level::level_enum level, const std::string& message, std::initializer_list<field> fields) {
    if (level < least) return;
    form& f = *chosen.load();
    f.logger.log(level, "{}", f.line(message, fields));
}

}  // namespace

void set_up(const std::string& how, const std::string& level) {
    chosen = how == "json" ? &json_form() : &text_form();
    least = spdlog::level::from_str(level);
}

void debug(const std::string& message, std::initializer_list<field> fields) {
    write(spdlog::level::debug, message, fields);
}
void info(const std::string& message, std::initializer_list<field> fields) {
    write(spdlog::level::info, message, fields);
}
void warn(const std::string& message, std::initializer_list<field> fields) {
    write(spdlog::level::warn, message, fields);
}
void error(const std::string& message, std::initializer_list<field> fields) {
    write(spdlog::level::err, message, fields);
}

}  // namespace fanout::worker_detail::log
