// What process 1 of a container has to do beside its own work.
#pragma once

namespace fanout::worker_detail {

/// Process 1 inherits every process whose parent has ended, and has to reap it: what handlers leave behind
/// would fill the container with zombies. Where this is process 1, it goes on as a child, in which this
/// function returns; process 1 itself passes signals on to that, reaps everything, and ends as it ends. So
/// nobody in the daemon, a plugin included, loses the exit status of a child of their own. A process that has
/// threads can't be divided so and stays as it is.
void leave_process_one();

}  // namespace fanout::worker_detail
