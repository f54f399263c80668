#include "control/wait.hpp"

#include "base/backoff_pause.hpp"
#include "control/progress_display.hpp"
#include "server/query.hpp"
#include "server/run_end.hpp"

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace fanout::control {
namespace {

using clock = std::chrono::steady_clock;
using worker_detail::query;
using worker_detail::query_values;

constexpr std::chrono::seconds patience{30};

progress look(session& s, const std::string& run_id) {
    const auto found =
        query(s.server,
              "SELECT status, done, total, failed, extract(epoch FROM elapsed), extract(epoch FROM eta) "
              "FROM fanout.runs_overview WHERE run_id = $1::uuid",
              {run_id});
    // The server's error, where there is no such run.
    if (found.rows.empty()) query(s.server, "SELECT fanout.run_status($1::uuid)", {run_id});
    const query_values& row = found.rows.at(0);
    progress p{*row[0], std::stoll(*row[1]), std::stoll(*row[2]), std::stoll(*row[3]), std::stod(*row[4]),
               {}};
    if (row[5]) p.eta_seconds = std::stod(*row[5]);
    return p;
}

class waiting {
public:
    waiting(session& s, std::string run_id, std::optional<std::chrono::milliseconds> longest)
        : session_(s), run_id_(std::move(run_id)),
          until_(longest ? clock::now() + *longest : clock::time_point::max()) {}

    std::string to_the_end() {
        while (!turn_patiently()) {
        }
        display_.end(seen_);
        return seen_.status;
    }

private:
    /// Returns whether it is over.
    bool turn() {
        seen_ = look(session_, run_id_);
        answered_ = clock::now();
        backoff_ = {};
        if (seen_.status != "started" || *answered_ >= until_) return true;
        display_.show(seen_);
        const auto time = std::min<clock::duration>(until_ - *answered_, display_.interval());
        worker_detail::wait_for_end_of_run(session_.server, run_id_,
                                           std::chrono::ceil<std::chrono::milliseconds>(time));
        return false;
    }

    bool turn_patiently() {
        try {
            return turn();
        } catch (const worker_detail::connection_lost&) {
            const auto now = clock::now();
            if (!answered_ || now - *answered_ > patience || now >= until_) throw;
            std::this_thread::sleep_for(backoff_.next());
            return false;
        }
    }

    session& session_;
    const std::string run_id_;
    const clock::time_point until_;
    std::optional<clock::time_point> answered_;
    worker_detail::backoff_pause backoff_;
    progress_display display_;
    progress seen_;
};

}  // namespace

std::string wait_for_run(session& s, const std::string& run_id,
                         std::optional<std::chrono::milliseconds> longest) {
    return waiting(s, run_id, longest).to_the_end();
}

}  // namespace fanout::control
