#include "configuration/time_option.hpp"
#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/overview.hpp"
#include "control/rows.hpp"
#include "control/screen.hpp"
#include "control/shown_text.hpp"
#include "control/terminal.hpp"

#include <unistd.h>

#include <iostream>
#include <limits>

namespace fanout::control {
namespace {

using worker_detail::query;

struct top_options {
    std::optional<std::chrono::milliseconds> interval = std::chrono::seconds(2);
};

struct part_query {
    const char *title, *sql;
};

// Nothing that a monitor may not see.
constexpr part_query part_queries[] = {
    {"runs",
     "SELECT run_id, flow, progress, done, total, failed, started_at, extract(epoch FROM elapsed) AS elapsed_seconds, "
     "extract(epoch FROM eta) AS eta_seconds FROM fanout.runs_overview WHERE status = 'started' LIMIT 200"},
    {"queues", "SELECT queue, handler, waiting, delayed, claimed, oldest FROM fanout.queue_overview "
               "ORDER BY waiting DESC, queue, handler LIMIT 200"},
    {"workers", "SELECT name, slots, in_flight, idle, suspect, seen_at, handlers, "
                "queues FROM fanout.workers_overview "
                "ORDER BY in_flight DESC, name LIMIT 200"},
    {"limits",
     "SELECT name, run_id, step_slug, in_flight, max_concurrency, waiting, rate, "
     "extract(epoch FROM per) AS per_seconds, tokens FROM fanout.limits_overview ORDER BY waiting DESC, name LIMIT 200"}};

std::vector<overview_part> look(session& s) {
    std::vector<overview_part> result;
    for (const part_query& q : part_queries) result.push_back({q.title, query(s.server, q.sql)});
    return result;
}

std::string headline(session& s) {
    const auto row =
        query(s.server, "SELECT current_database(), to_char(now(), 'YYYY-MM-DD HH24:MI:SS')").rows.at(0);
    return printable(*row[0]) + "  " + *row[1];
}

void print_json(session& s) {
    std::string columns;
    for (const part_query& q : part_queries) {
        columns += std::string(columns.empty() ? "" : ", ") + "(SELECT coalesce(json_agg(r), '[]') FROM (" +
                   q.sql + ") r) AS " + q.title;
    }
    print_document(s, "SELECT " + columns, {});
}

void print_once(session& s) {
    constexpr size_t any = std::numeric_limits<size_t>::max();
    std::cout << overview("fanoutctl top  " + headline(s), look(s), any, any);
}

/// Keeps the last look while the server is out of reach, and says so.
class live_view {
public:
    explicit live_view(session& s) : session_(s) { look_anew(); }

    void look_anew() {
        try {
            headline_ = headline(session_);
            parts_ = look(session_);
        } catch (const worker_detail::connection_lost& e) {
            if (parts_.empty()) throw;
            headline_ = "can't reach the server: " + printable(e.what());
        }
    }

    std::string lines() const {
        const terminal_size size = size_of_terminal(STDOUT_FILENO);
        return overview("fanoutctl top (q ends it)  " + headline_, parts_, size.width, size.height);
    }

private:
    session& session_;
    std::string headline_;
    std::vector<overview_part> parts_;
};

/// Returns whether to end.
bool show_until(screen& shown, const live_view& view, std::chrono::steady_clock::time_point next) {
    while (true) {
        shown.show(view.lines());
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(next - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        const char key = shown.wait_for_key(left).value_or('\0');
        if (key == 'q' || key == 'Q') return true;
    }
}

void show_live(session& s, std::chrono::milliseconds interval) {
    live_view view(s);
    screen shown;
    while (!show_until(shown, view, std::chrono::steady_clock::now() + interval)) view.look_anew();
}

int top(session& s, const top_options& o) {
    if (s.json) {
        print_json(s);
    } else if (is_terminal(STDOUT_FILENO)) {
        show_live(s, std::max<std::chrono::milliseconds>(*o.interval, std::chrono::milliseconds(100)));
    } else {
        print_once(s);
    }
    return succeeded;
}

}  // namespace

void add_top(CLI::App& app, action& chosen) {
    add_command<top_options>(
        app, chosen, "top",
        "shows runs under way, queues, workers and limits as they change; once, where there is no terminal",
        [](CLI::App& c, top_options& o) {
            worker_detail::add_time(c, "--interval", o.interval, "how often to look; default 2s");
        },
        top);
}

}  // namespace fanout::control
