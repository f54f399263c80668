#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/health_summary.hpp"
#include "control/rows.hpp"
#include "control/table.hpp"

#include <algorithm>
#include <iostream>

namespace fanout::control {
namespace {

struct health_options {
    bool nagios = false;
};

int check_health(session& s, const health_options& o) {
    const auto found = worker_detail::query(
        s.server, "SELECT what, status, detail, hint, row_to_json(h) FROM fanout.health() h");
    std::vector<health_row> rows;
    for (const auto& row : found.rows)
        rows.push_back({row[0].value_or(""), row[1].value_or(""), row[2].value_or("")});
    if (o.nagios) std::cout << health_summary(rows) << '\n';
    if (s.json) {
        for (const auto& row : found.rows) std::cout << *row[4] << '\n';
    } else {
        worker_detail::query_rows shown{{"what", "status", "detail", "hint"}, {}};
        for (const auto& row : found.rows) shown.rows.emplace_back(row.begin(), row.begin() + 4);
        std::cout << table(shown);
    }
    return worst_health(rows);
}

}  // namespace

void add_health(CLI::App& app, action& chosen) {
    add_command<health_options>(
        app, chosen, "health",
        "shows what an administrator would look at first; status 0: ok, 1: warning, 2: bad, 3: unknown",
        [&app](CLI::App& c, health_options& o) {
            c.add_flag("--nagios", o.nagios,
                       "begin with a line that sums it up, as Nagios and those like it want")
                ->excludes(app.get_option("--json"));
        },
        check_health);
}

}  // namespace fanout::control
