#include "log.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace fanout::worker_detail::log {
namespace {

format chosen = format::key_value;

std::string quoted(const std::string& value) {
    return nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string plain_or_quoted(const std::string& value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\\n\r\t") == std::string::npos;
    return plain ? value : quoted(value);
}

std::string line(const std::string& message, std::initializer_list<field> fields) {
    std::string text =
        chosen == format::json ? "\"msg\":" + quoted(message) : "msg=" + plain_or_quoted(message);
    for (const auto& [key, value] : fields) {
        if (chosen == format::json) {
            text += std::string(",\"") + key + "\":" + quoted(value);
        } else {
            text += std::string(" ") + key + "=" + plain_or_quoted(value);
        }
    }
    return text;
}

void write(spdlog::level::level_enum level, const std::string& message, std::initializer_list<field> fields) {
    if (spdlog::should_log(level)) spdlog::log(level, "{}", line(message, fields));
}

}  // namespace

void set_up(format how, const std::string& level) {
    chosen = how;
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("fanoutd", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    spdlog::set_pattern(how == format::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l",%v})"
                                            : "time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    spdlog::set_level(spdlog::level::from_str(level));
    spdlog::flush_on(spdlog::level::trace);
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
