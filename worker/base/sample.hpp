// A value for /metrics that is read when somebody asks for it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace fanout::worker_detail {

struct sample {
    std::string name;  ///< ends with _total where it counts up
    std::map<std::string, std::string> labels;
    double value;
};

using samples = std::vector<sample>;

}  // namespace fanout::worker_detail
