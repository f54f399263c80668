// Structured logs on standard error: key=value, or a JSON object a line. Nobody waits for their reader: see
// log_writer.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

namespace fanout::worker_detail::log {

using field = std::pair<const char*, std::string>;

/// May be called again at any time.
/// @param how    text or json
/// @param level  debug, info, warn, error or off
void set_up(const std::string& how, const std::string& level);

/// What this thread logs from now on is about that database, of several; empty: of no one.
void set_database(const std::string& name);

/// Waits until the lines so far are written, half a second at most. For the process's end, where exit() isn't
/// called.
void flush();

void debug(const std::string& message, std::initializer_list<field> fields = {});
void info(const std::string& message, std::initializer_list<field> fields = {});
void warn(const std::string& message, std::initializer_list<field> fields = {});
void error(const std::string& message, std::initializer_list<field> fields = {});

}  // namespace fanout::worker_detail::log
