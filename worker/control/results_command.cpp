#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/page_size.hpp"
#include "control/run_id.hpp"
#include "control/shown_text.hpp"
#include "server/query.hpp"
#include "server/run_end.hpp"

#include <iostream>

namespace fanout::control {
namespace {

using worker_detail::query;
using worker_detail::query_rows;

struct results_options {
    std::string run;
    std::optional<std::string> step;
    int after = -1;
    bool follow = false;
};

/// The results behind an index, in pages.
class result_reader {
public:
    result_reader(session& s, std::string run_id, const results_options& o)
        : session_(s), run_id_(std::move(run_id)), step_(o.step), after_(o.after) {}

    /// Prints what there is by now.
    void print_all() {
        while (print_page()) {
        }
        std::cout.flush();
    }

    bool is_step_done() {
        const auto answer =
            query(session_.server, "SELECT fanout.is_ready($1::uuid, fanout.check_step($1::uuid, $2))",
                  {run_id_, step_});
        return answer.rows.at(0)[0] == "t";
    }

    /// A moment; less where the run ends.
    void wait() {
        worker_detail::wait_for_end_of_run(session_.server, run_id_, std::chrono::milliseconds(500));
    }

private:
    bool print_page() {
        const query_rows page =
            query(session_.server,
                  "SELECT task_index, row_to_json(r) FROM fanout.results($1::uuid, $2, $3::int, $4::int) r",
                  {run_id_, step_, std::to_string(after_), std::to_string(size_.rows())});
        size_t bytes = 0;
        for (const auto& row : page.rows) {
            std::cout << printable_json(*row[1]) << '\n';
            bytes += row[1]->size();
        }
        if (!page.rows.empty()) after_ = std::stoi(*page.rows.back()[0]);
        const bool is_full = page.rows.size() == static_cast<size_t>(size_.rows());
        size_.had(page.rows.size(), bytes);
        return is_full;
    }

    session& session_;
    const std::string run_id_;
    const std::optional<std::string> step_;
    int after_;
    page_size size_;
};

int print_results(session& s, const results_options& o) {
    result_reader reader(s, find_run(s, o.run), o);
    while (o.follow) {
        // Asked first: what has come by then is printed.
        const bool is_done = reader.is_step_done();
        reader.print_all();
        if (is_done) return succeeded;
        reader.wait();
    }
    reader.print_all();
    return succeeded;
}

}  // namespace

void add_results(CLI::App& app, action& chosen) {
    add_command<results_options>(
        app, chosen, "results",
        "prints the results of a step's tasks, a JSON document a line, in the order of their indexes",
        [](CLI::App& c, results_options& o) {
            c.add_option("RUN", o.run, "the run's id, or the beginning of it")->required();
            c.add_option("STEP", o.step, "the step; without it the run's last one, if there is only one");
            c.add_option("--after", o.after, "only those behind this index")->type_name("INDEX");
            c.add_flag("--follow", o.follow, "go on until the step has ended");
        },
        print_results);
}

}  // namespace fanout::control
