// C++ handlers by name.
#pragma once

#include "fanout/handler.hpp"

#include <map>
#include <utility>

namespace fanout::worker_detail {

using functions = std::map<std::string, std::pair<handler, handler_options>>;

/// Keeps what is registered, once it has looked it over.
class handler_table final : public registry {
public:
    const functions& all() const { return functions_; }

private:
    void add(const std::string& name, handler function, const handler_options& options) override;

    functions functions_;
};

}  // namespace fanout::worker_detail
