#include "lanes/registration.hpp"

#include "base/backoff_pause.hpp"
#include "base/log.hpp"
#include "server/array_text.hpp"
#include "server/calls.hpp"
#include "server/error_patience.hpp"

#include <thread>
#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::milliseconds locked_pause{5};
constexpr std::chrono::seconds longest_unregistering{10};

}  // namespace

bool registration::make(int64_t former) {
    std::string said;
    for (backoff_pause backoff;;) {
        watch_.status->turn();
        try {
            try_to_make(std::exchange(former, 0));
            return true;
        } catch (const connection_lost& e) {
            watch_.status->set_disconnected(e.what());
            is_refused_ = false;
            const auto time = backoff.next();
            log::warn("can't connect", {{"reason", e.what()}, {"retry_ms", std::to_string(time.count())}});
            if (!ledger_.pause_unless_draining(time)) return false;
        } catch (const server_error& e) {
            watch_.status->set_disconnected(e.what());
            // Each time anew it would be said for as long as an administrator takes.
            const bool is_news = std::exchange(said, e.what()) != e.what();
            if (watch_.status->note_refused(refusal_of_all(e.sqlstate)) && is_news)
                log::error("can't register", {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
            is_refused_ = !has_registered_ && !is_transient(e.sqlstate);
            if (!ledger_.pause_unless_draining(backoff.next())) return false;
        }
    }
}

void registration::try_to_make(int64_t former) {
    const asking server(*watch_.status);
    give_up(former);
    ledger_.set_worker(calls::register_worker(server_, settings_.worker_name, settings_.handlers,
                                              settings_.queues, settings_.slots));
    has_registered_ = true;
    is_refused_ = false;
    watch_.note_connected();
    log::info("registered", {{"worker", std::to_string(ledger_.worker_id())},
                             {"handlers", text_array(settings_.handlers)}});
}

/// What the server still knows of this worker goes back into the queue; it may know nothing of it.
void registration::give_up(int64_t former) {
    if (former == 0) return;
    try {
        calls::unregister_worker(server_, former);
    } catch (const server_error& e) {
        // Its lease ends.
        if (e.sqlstate != sqlstates::unknown_worker && e.sqlstate != sqlstates::lock_not_available) throw;
    }
}

void registration::end() {
    if (ledger_.worker_id() == 0) return;
    const auto patience = std::chrono::steady_clock::now() + longest_unregistering;
    while (!try_to_end(patience)) std::this_thread::sleep_for(locked_pause);
}

/// Returns false where it is to be tried again: a claim is locked, by a function that is being stopped, or by
/// whoever drops its flow.
bool registration::try_to_end(std::chrono::steady_clock::time_point patience) {
    const std::string worker = std::to_string(ledger_.worker_id());
    const asking server(*watch_.status);
    try {
        calls::unregister_worker(server_, ledger_.worker_id());
        log::info("unregistered", {{"worker", worker}});
    } catch (const std::exception& e) {
        const auto* refused = dynamic_cast<const server_error*>(&e);
        const bool is_busy = refused && refused->sqlstate == sqlstates::lock_not_available;
        if (is_busy && std::chrono::steady_clock::now() < patience) return false;
        log::warn("can't unregister: its lease will end", {{"worker", worker}, {"reason", e.what()}});
    }
    return true;
}

}  // namespace fanout::worker_detail
