// An argument that can't be used.
#pragma once

#include <stdexcept>

namespace fanout::control {

class usage_error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace fanout::control
