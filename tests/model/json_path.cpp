#include "json_path.hpp"

#include <algorithm>

namespace model {
namespace {

/// `[*]`: the elements; what is no array counts as an array of one.
json elements(const json& values) {
    json result = json::array();
    for (const json& value : values) {
        if (value.is_array()) {
            result.insert(result.end(), value.begin(), value.end());
        } else {
            result.push_back(value);
        }
    }
    return result;
}

/// `.key`: looks into objects and into arrays of objects; elsewhere there is nothing.
json members(const json& values, const std::string& key) {
    json result = json::array();
    for (const json& value : elements(values)) {
        if (value.is_object() && value.contains(key)) result.push_back(value[key]);
    }
    return result;
}

}  // namespace

json json_path(const json& value, const std::string& path) {
    json values = json::array({value});
    for (size_t at = 1; at < path.size();) {
        if (path[at] == '[') {
            values = elements(values);
            at += 3;
        } else {
            const size_t end = std::min(path.find_first_of(".[", at + 1), path.size());
            values = members(values, path.substr(at + 1, end - at - 1));
            at = end;
        }
    }
    return values;
}

}  // namespace model
