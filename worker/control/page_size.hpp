// How many results are asked for at once.
#pragma once

#include <algorithm>
#include <cstddef>

namespace fanout::control {

/// So many that a page has about a megabyte, going by what the last one had.
class page_size {
public:
    int rows() const { return rows_; }

    void had(size_t rows, size_t bytes) {
        if (rows == 0) return;
        const size_t each = bytes / rows + 1;
        rows_ = static_cast<int>(std::clamp<size_t>(wanted_bytes / each, 1, most_rows));
    }

private:
    static constexpr size_t wanted_bytes = 1 << 20, most_rows = 1000;
    int rows_ = 20;
};

}  // namespace fanout::control
