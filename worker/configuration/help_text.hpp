// What --help prints.
#pragma once

#include <CLI/CLI.hpp>

namespace fanout::worker_detail {

/// The lines of descriptions and footers stay as they are. From 2.5 on CLI11 makes paragraphs of them.
inline void keep_lines(CLI::App& app) {
    const auto keep = [](auto& formatter) {
        if constexpr (requires { formatter.enable_footer_formatting(false); }) {
            formatter.enable_description_formatting(false);
            formatter.enable_footer_formatting(false);
        }
    };
    keep(*app.get_formatter());
}

}  // namespace fanout::worker_detail
