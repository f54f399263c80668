// An option that takes a time with its unit.
#pragma once

#include <CLI/CLI.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace fanout::worker_detail {

/// As "500ms", "30s", "5min" or "1h"; not negative.
inline CLI::Option* add_time(CLI::App& app, const std::string& name,
                             std::optional<std::chrono::milliseconds>& into, const std::string& description) {
    const std::map<std::string, int64_t> units = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}};
    return app
        .add_option_function<int64_t>(
            name, [&into](int64_t time) { into = std::chrono::milliseconds(time); }, description)
        ->type_name("TIME")
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::UNIT_REQUIRED).description(""))
        ->check(CLI::Validator(CLI::NonNegativeNumber).description(""));
}

}  // namespace fanout::worker_detail
