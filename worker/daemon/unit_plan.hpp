// What is to run under one name, by the configuration or by the program.
#pragma once

#include "configuration/configuration.hpp"
#include "lanes/unit_set.hpp"

#include <functional>
#include <optional>

namespace fanout::worker_detail {

struct unit_plan {
    std::string name;  ///< the handler's
    lane_settings settings;
    std::optional<handler_configuration> handler;  ///< of the configuration; others never change
    std::function<unit_set::units()> make;

    /// Whether a unit of one serves for the other: then a new configuration leaves it alone.
    bool is_same(const unit_plan& other) const {
        return settings == other.settings && handler == other.handler;
    }
};

}  // namespace fanout::worker_detail
