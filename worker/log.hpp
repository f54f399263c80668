// Structured logs on standard error: key=value, or a JSON object a line.
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

void debug(const std::string& message, std::initializer_list<field> fields = {});
void info(const std::string& message, std::initializer_list<field> fields = {});
void warn(const std::string& message, std::initializer_list<field> fields = {});
void error(const std::string& message, std::initializer_list<field> fields = {});

}  // namespace fanout::worker_detail::log
