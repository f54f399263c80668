// How many files and sockets this process may have open.
#pragma once

#include <cstddef>

namespace fanout::worker_detail {

/// Raises the soft limit, usually 1,024, to what is enough for many handlers, as far as the hard one allows;
/// warns where that is less than `needed`.
void raise_open_file_limit(size_t needed);

}  // namespace fanout::worker_detail
