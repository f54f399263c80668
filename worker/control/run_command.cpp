// run and wait.
#include "configuration/time_option.hpp"
#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/json_argument.hpp"
#include "control/rows.hpp"
#include "control/run_id.hpp"
#include "control/run_query.hpp"
#include "control/shown_text.hpp"
#include "control/wait.hpp"

#include <iostream>

namespace fanout::control {
namespace {

using worker_detail::query;

struct wait_options {
    std::string run;
    std::optional<std::chrono::milliseconds> timeout;
};

struct run_options {
    std::string flow, input = "{}";
    std::optional<std::string> name, run_id, fair_key;
    int priority = 0;
    bool wait = false;
    wait_options waiting;
};

CLI::Option* add_timeout(CLI::App& c, wait_options& o) {
    return worker_detail::add_time(c, "--timeout", o.timeout,
                                   "end with status 4 when the run hasn't ended by then; it goes on");
}

void say_why_it_failed(session& s, const std::string& run_id) {
    const auto found =
        query(s.server, "SELECT error FROM fanout.run_outputs WHERE run_id = $1::uuid", {run_id});
    if (found.rows.empty() || !found.rows[0][0]) return;
    std::cerr << "fanoutctl: the run failed: " << printable_lines(*found.rows[0][0]) << '\n';
}

int wait_to_the_end(session& s, const wait_options& o) {
    const std::string status = wait_for_run(s, o.run, o.timeout);
    if (s.json) print_document(s, run_query() + " WHERE run_id = $1::uuid", {o.run});
    if (status == "failed") say_why_it_failed(s, o.run);
    return status_of_run(status);
}

int run(session& s, const run_options& o) {
    const std::string input = read_json_argument("--input", o.input, std::cin);
    const auto started = query(
        s.server,
        "SELECT fanout.start_run($1, $2::jsonb, name => $3, run_id => $4::uuid, priority => $5::int, fair_key => $6)",
        {o.flow, input, o.name, o.run_id, std::to_string(o.priority), o.fair_key});
    const std::string run_id = *started.rows.at(0)[0];
    std::cout << (s.json ? R"({"run_id":")" + run_id + "\"}" : run_id) << std::endl;
    return o.wait ? wait_to_the_end(s, {run_id, o.waiting.timeout}) : succeeded;
}

}  // namespace

void add_run(CLI::App& app, action& chosen) {
    add_command<run_options>(
        app, chosen, "run", "starts a run of a flow and prints its id",
        [](CLI::App& c, run_options& o) {
            c.add_option("FLOW", o.flow, "the flow")->required();
            c.add_option("--input", o.input,
                         "the run's input: JSON, @FILE, or - for standard input; default {}")
                ->type_name("JSON");
            c.add_option("--name", o.name, "a name for people")->type_name("NAME");
            c.add_option("--run-id", o.run_id, "the run's id: the same one twice is the same run, once")
                ->type_name("UUID");
            c.add_option("--priority", o.priority, "is added to the steps' priorities")->type_name("NUMBER");
            c.add_option("--fair-key", o.fair_key, "runs with the same one share what one run would get")
                ->type_name("KEY");
            CLI::Option* wait =
                c.add_flag("--wait", o.wait, "wait for the run's end; its status is fanoutctl's");
            add_timeout(c, o.waiting)->needs(wait);
        },
        run);
}

void add_wait(CLI::App& app, action& chosen) {
    add_command<wait_options>(
        app, chosen, "wait", "waits for a run's end; its status is fanoutctl's",
        [](CLI::App& c, wait_options& o) {
            c.add_option("RUN", o.run, "the run's id, or the beginning of it")->required();
            add_timeout(c, o);
        },
        [](session& s, const wait_options& o) {
            return wait_to_the_end(s, {find_run(s, o.run), o.timeout});
        });
}

}  // namespace fanout::control
