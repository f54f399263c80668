// What a flow's graph looks like. Plain C++.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace fanout {

/// Steps and what each depends on.
using graph = std::map<std::string, std::vector<std::string>>;

/// A cycle of the graph as `a -> b -> a`, each depending on the next, or empty where there is none.
inline std::string describe_cycle(const graph& steps) {
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
            for (size_t i = 0; i < path.size(); ++i) {
                if (path[i] != dependency) continue;
                std::string text;
                for (size_t k = i; k < path.size(); ++k) text += path[k] + " -> ";
                return text + dependency;
            }
            if (!finished.count(dependency)) {
                path.push_back(dependency);
                next.push_back(0);
            }
        }
    }
    return {};
}

}  // namespace fanout
