// How many files and sockets this process may have open.
#pragma once

#include <cstddef>

namespace fanout::worker_detail {

/// Raises the soft limit, usually 1,024, as far as the hard one allows if it is below `wanted`; warns where
/// that is too low.
void raise_open_file_limit(size_t wanted);

}  // namespace fanout::worker_detail
