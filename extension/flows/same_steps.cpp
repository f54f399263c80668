#include "flows/same_steps.hpp"

#include "plain/joined.hpp"

#include <algorithm>

namespace fanout {
namespace {

const step_definition* find_step(const flow_definition& in, const std::string& slug) {
    const auto found = std::find_if(in.begin(), in.end(),
                                    [&](const step_definition& step) { return step.step_slug == slug; });
    return found == in.end() ? nullptr : &*found;
}

std::set<std::string> dependencies(const flow_definition& flow, const step_definition& step) {
    std::set<std::string> slugs;
    for (const step_definition& other : flow) {
        if (std::find(step.depends_on.begin(), step.depends_on.end(), other.step_id) != step.depends_on.end())
            slugs.insert(other.step_slug);
    }
    return slugs;
}

/// Where a fan-out's items come from, said or not: its only dependency.
std::string source_of(const flow_definition& flow, const step_definition& step) {
    if (step.fanout_from || !step.is_fanout) return step.fanout_from.value_or("");
    return *dependencies(flow, step).begin();
}

std::optional<std::set<std::string>> context_of(const step_definition& step) {
    if (!step.context) return std::nullopt;
    return std::set<std::string>(step.context->begin(), step.context->end());
}

/// The options in which two steps of one name differ, of those that must be the same.
std::vector<std::string> options_that_differ(const flow_definition& own, const step_definition& left,
                                             const flow_definition& other, const step_definition& right,
                                             bool has_begun) {
    std::vector<std::string> options;
    const auto note = [&](bool differs, const char* option) {
        if (differs) options.emplace_back(option);
    };
    const bool are_functions = left.source_function && right.source_function,
               are_paths = left.fanout_path && right.fanout_path;
    note(left.is_fanout != right.is_fanout, "step_type");
    note(dependencies(own, left) != dependencies(other, right), "depends_on");
    if (left.is_fanout != right.is_fanout) return options;
    note(source_of(own, left) != source_of(other, right) && (has_begun || !are_functions), "fanout_from");
    note(left.fanout_path != right.fanout_path && (has_begun || !are_paths), "fanout_path");
    note(context_of(left) != context_of(right), "context");
    note(left.batch_size != right.batch_size, "batch_size");
    note(left.counts_only != right.counts_only, "output_mode");
    return options;
}

std::string quoted(const step_definition& step) {
    return "step \"" + step.step_slug + "\"";
}

}  // namespace

step_substitutes pair_steps(const flow_definition& own, const flow_definition& other) {
    step_substitutes pairs;
    for (const step_definition& step : own) {
        if (const step_definition* substitute = find_step(other, step.step_slug))
            pairs[step.step_id] = substitute;
    }
    return pairs;
}

std::vector<std::string> find_differences(const flow_definition& own, const flow_definition& other,
                                          const std::set<int64_t>& begun) {
    std::vector<std::string> differences;
    const step_substitutes pairs = pair_steps(own, other);
    for (const step_definition& step : own) {
        const auto pair = pairs.find(step.step_id);
        if (pair == pairs.end()) {
            differences.push_back(quoted(step) + " is not there any more");
            continue;
        }
        const std::vector<std::string> options =
            options_that_differ(own, step, other, *pair->second, begun.contains(step.step_id));
        if (!options.empty())
            differences.push_back(quoted(step) + " has another " + joined(options, " and another "));
    }
    for (const step_definition& step : other) {
        if (!find_step(own, step.step_slug)) differences.push_back(quoted(step) + " is new");
    }
    return differences;
}

}  // namespace fanout
