// Enumerations whose values have names, as tables and answers have them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace fanout {

template <typename Enum, size_t count> struct named_values {
    std::array<std::pair<Enum, const char*>, count> all;

    constexpr const char* name_of(Enum value) const {
        for (const auto& [known, name] : all) {
            if (known == value) return name;
        }
        return nullptr;
    }
    constexpr std::optional<Enum> find(std::string_view wanted) const {
        for (const auto& [value, name] : all) {
            if (name == wanted) return value;
        }
        return std::nullopt;
    }
};

}  // namespace fanout
