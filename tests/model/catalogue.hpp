// What the threads share: the flows that are being run, and what they have come upon.
#pragma once

#include "flow.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace model {

/// The flows by slug, for clients that have claimed a task and must know what it does.
class catalogue {
public:
    void add(const flow& f) {
        std::lock_guard lock(mutex_);
        flows_[f.slug] = std::make_shared<const flow>(f);
    }
    std::shared_ptr<const flow> find(const std::string& slug) const {
        std::lock_guard lock(mutex_);
        return flows_.at(slug);
    }

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const flow>> flows_;
};

/// What went wrong outside of any one run.
class journal {
public:
    void add(const std::string& problem) {
        std::lock_guard lock(mutex_);
        problems_.push_back(problem);
    }
    std::vector<std::string> problems() const {
        std::lock_guard lock(mutex_);
        return problems_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<std::string> problems_;
};

}  // namespace model
