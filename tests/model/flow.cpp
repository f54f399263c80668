#include "flow.hpp"

#include "features.hpp"

#include <algorithm>
#include <stdexcept>

namespace model {
namespace {

bool contains(const std::vector<std::string>& slugs, const std::string& slug) {
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
}

}  // namespace

std::string step::source_step() const {
    if (!is_fanout || fanout_from == "run" || is_source_function() || is_stream()) return {};
    return fanout_from.empty() ? depends_on.front() : fanout_from;
}

const step& flow::at(const std::string& step_slug) const {
    for (const step& s : steps) {
        if (s.slug == step_slug) return s;
    }
    throw std::out_of_range("flow " + slug + " has no step " + step_slug);
}

bool flow::is_pipelined(const step& s) const {
    const std::string source = s.source_step();
    if (!features::pipelining || source.empty() || !s.fanout_path.empty() || s.batch_size > 1) return false;
    if (s.context && contains(*s.context, source)) return false;
    return at(source).is_fanout && at(source).batch_size == 1;
}

std::vector<const step*> flow::dependents(const step& s) const {
    std::vector<const step*> result;
    for (const step& other : steps) {
        if (contains(other.depends_on, s.slug)) result.push_back(&other);
    }
    return result;
}

}  // namespace model
