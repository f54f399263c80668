// What the daemon is asked over HTTP, and what it answers.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

struct request {
    std::string method, path;
    std::map<std::string, std::string> headers = {};  ///< by their names in lower case; of several the first
    std::map<std::string, std::string> query = {};

    /// Empty where there is none.
    std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

struct page {
    int status = 200;
    std::string type = "text/plain; charset=utf-8";
    std::string text = {};
    std::vector<std::pair<std::string, std::string>> headers = {};  ///< more of them
};

}  // namespace fanout::worker_detail
