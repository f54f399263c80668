// What a flow's graph looks like. Plain C++.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fanout {

/// Steps and what each depends on.
using graph = std::map<std::string, std::vector<std::string>>;

/// The nodes of a cycle, each depending on the next and the last on the first, or none where there is none.
inline std::vector<std::string> find_cycle(const graph& steps) {
    std::set<std::string> finished;
    for (const auto& [start, ignored] : steps) {
        std::vector<std::string> path{start};
        std::vector<size_t> next{0};
        while (!path.empty() && !finished.count(path.back())) {
            auto found = steps.find(path.back());
            if (found == steps.end() || next.back() == found->second.size()) {
                finished.insert(path.back());
                path.pop_back();
                next.pop_back();
                continue;
            }
            const std::string& dependency = found->second[next.back()++];
            const auto seen = std::find(path.begin(), path.end(), dependency);
            if (seen != path.end()) return {seen, path.end()};
            if (!finished.count(dependency)) {
                path.push_back(dependency);
                next.push_back(0);
            }
        }
    }
    return {};
}

/// A cycle of the graph as `a -> b -> a`, each depending on the next, or empty where there is none.
inline std::string describe_cycle(const graph& steps) {
    const std::vector<std::string> cycle = find_cycle(steps);
    std::string text;
    for (const std::string& node : cycle) text += node + " -> ";
    return cycle.empty() ? text : text + cycle.front();
}

}  // namespace fanout
