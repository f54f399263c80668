#include "base/log.hpp"

#include "base/log_writer.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <utility>

namespace fanout::worker_detail::log {
namespace {

std::string dropped_line(size_t count);

/// The one for all forms. It is never destroyed: other threads may log until the process is gone.
log_writer& writer() {
    constexpr size_t most_waiting_bytes = 4 << 20;
    static log_writer& w = *new log_writer(STDERR_FILENO, most_waiting_bytes, dropped_line);
    [[maybe_unused]] static const int flushed_at_end = std::atexit(flush);
    return w;
}

std::string quoted(const std::string& value) {
    return nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string plain_or_quoted(const std::string& value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\\n\r\t") == std::string::npos;
    return plain ? value : quoted(value);
}

thread_local std::string of_database;

std::string text_line(const std::string& message, std::initializer_list<field> fields) {
    std::string text = "msg=" + plain_or_quoted(message);
    for (const auto& [key, value] : fields) text += std::string(" ") + key + "=" + plain_or_quoted(value);
    if (!of_database.empty()) text += " database=" + plain_or_quoted(of_database);
    return text;
}

std::string json_line(const std::string& message, std::initializer_list<field> fields) {
    std::string text = "\"msg\":" + quoted(message);
    for (const auto& [key, value] : fields) text += std::string(",\"") + key + "\":" + quoted(value);
    // Constant, as std::quoted would take it otherwise.
    if (!of_database.empty()) text += ",\"database\":" + quoted(std::as_const(of_database));
    return text;
}

class writer_sink : public spdlog::sinks::base_sink<std::mutex> {
    void sink_it_(const spdlog::details::log_msg& msg) override {
        spdlog::memory_buf_t line;
        formatter_->format(msg, line);
        writer().write({line.data(), line.size()});
    }
    void flush_() override {}
};

/// A form of the log's lines. Each has a logger of its own, so that lines of two forms never mix while one is
/// exchanged for the other.
struct form {
    form(const char* pattern, std::string (*how)(const std::string&, std::initializer_list<field>))
        : pattern(pattern), line(how), logger("fanoutd", std::make_shared<writer_sink>()) {
        logger.set_pattern(pattern);
        logger.set_level(spdlog::level::trace);
    }

    const char* pattern;
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

std::string dropped_line(size_t count) {
    const form& f = *chosen.load();
    const std::string text = f.line("lines of the log were dropped: its reader didn't take them",
                                    {{"lines", std::to_string(count)}});
    spdlog::memory_buf_t line;
    spdlog::pattern_formatter(f.pattern).format({"fanoutd", spdlog::level::warn, text}, line);
    return {line.data(), line.size()};
}

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

void set_database(const std::string& name) {
    of_database = name;
}

void flush() {
    constexpr std::chrono::milliseconds patience{500};
    writer().flush(patience);
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
