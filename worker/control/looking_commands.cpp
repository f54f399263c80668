// What there is of one run or flow: status, why, errors, runs, graph, timeline, explain.
#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/rows.hpp"
#include "control/run_id.hpp"
#include "control/run_query.hpp"
#include "control/table.hpp"

#include <iostream>

namespace fanout::control {
namespace {

using worker_detail::query;

constexpr char about_run[] = "the run's id, or the beginning of it";

const CLI::Validator one_or_more(
    [](const std::string& text) {
        int number = 0;
        return CLI::detail::lexical_cast(text, number) && number > 0 ? ""
                                                                     : text + " is not a number of 1 or more";
    },
    "");

struct run_argument {
    std::string run;
};

void define_run(CLI::App& c, run_argument& o) {
    c.add_option("RUN", o.run, about_run)->required();
}

// -- status

constexpr char steps_of_run[] =
    "SELECT step_slug, handler, status, done, total, failed, retries, tasks_per_second, "
    "extract(epoch FROM elapsed) AS elapsed_seconds, error FROM fanout.steps_overview WHERE run_id = $1::uuid "
    "ORDER BY started_at NULLS LAST, step_slug";

int print_status(session& s, const run_argument& o) {
    const std::string id = find_run(s, o.run);
    const std::string run = run_query() + " WHERE run_id = $1::uuid";
    // An error where there is no such run.
    query(s.server, "SELECT fanout.run_status($1::uuid)", {id});
    if (s.json) {
        print_document(s,
                       "SELECT u.*, (SELECT json_agg(t) FROM (" + std::string(steps_of_run) +
                           ") t) AS steps FROM (" + run + ") u",
                       {id});
    } else {
        std::cout << card(query(s.server, run, {id})) << '\n' << table(query(s.server, steps_of_run, {id}));
    }
    return succeeded;
}

// -- why

struct why_options {
    std::string run;
    std::optional<std::string> step;
    std::optional<int> index;
};

int print_why(session& s, const why_options& o) {
    const std::optional<std::string> index = o.index ? std::optional(std::to_string(*o.index)) : std::nullopt;
    print_rows(
        s,
        {"SELECT step_slug, tasks, reason, detail, since, hint FROM fanout.why($1::uuid, $2::text, $3::int)",
         {find_run(s, o.run), o.step, index},
         "*",
         "nothing is left to wait for"});
    return succeeded;
}

// -- errors

struct errors_options {
    std::string run;
    std::optional<std::string> step;
    int limit = 1000;
};

int print_errors(session& s, const errors_options& o) {
    const size_t shown = print_rows(s, {"SELECT step_slug, task_index, attempts, failed_at, error, item "
                                        "FROM fanout.errors($1::uuid, $2) LIMIT $3::int",
                                        {find_run(s, o.run), o.step, std::to_string(o.limit)},
                                        "*",
                                        "no task has failed for good",
                                        100});
    if (shown == static_cast<size_t>(o.limit)) {
        std::cerr << "fanoutctl: these are the first " << o.limit << "; --limit says how many to print\n";
    }
    return succeeded;
}

// -- runs

struct runs_options {
    std::optional<std::string> flow, status;
    int limit = 20;
};

int print_runs(session& s, const runs_options& o) {
    print_rows(
        s, {run_query() +
                " WHERE ($1::text IS NULL OR flow = $1) AND ($2::text IS NULL OR status = $2) LIMIT $3::int",
            {o.flow, o.status, std::to_string(o.limit)},
            "run_id, flow, name, status, done, total, failed, started_at, elapsed_seconds",
            "no runs"});
    return succeeded;
}

// -- graph, timeline, explain

struct graph_options {
    std::string flow, format = "text";
};

int print_graph(session& s, const graph_options& o) {
    print_lines(s, "graph($1, $2)", {o.flow, o.format});
    return succeeded;
}

int print_timeline(session& s, const run_argument& o) {
    print_lines(s, "timeline($1::uuid)", {find_run(s, o.run)});
    return succeeded;
}

struct explain_argument {
    std::string what;
};

/// A flow may have a name that the id of a run could begin with.
bool is_flow(session& s, const std::string& name) {
    return !query(s.server, "SELECT FROM fanout.flows_overview WHERE flow = $1 LIMIT 1", {name}).rows.empty();
}

int print_explanation(session& s, const explain_argument& o) {
    if (ids_beginning_with(o.what) && !is_flow(s, o.what)) {
        print_lines(s, "explain_run($1::uuid)", {find_run(s, o.what)});
    } else {
        print_lines(s, "explain_flow($1)", {o.what});
    }
    return succeeded;
}

}  // namespace

void add_status(CLI::App& app, action& chosen) {
    add_command<run_argument>(app, chosen, "status", "shows a run and its steps", define_run, print_status);
}

void add_why(CLI::App& app, action& chosen) {
    add_command<why_options>(
        app, chosen, "why", "says why a run, a step or a task isn't done yet",
        [](CLI::App& c, why_options& o) {
            c.add_option("RUN", o.run, about_run)->required();
            CLI::Option* step = c.add_option("STEP", o.step, "only this step");
            c.add_option("INDEX", o.index, "only this task")->needs(step);
        },
        print_why);
}

void add_errors(CLI::App& app, action& chosen) {
    add_command<errors_options>(
        app, chosen, "errors", "lists what has failed for good",
        [](CLI::App& c, errors_options& o) {
            c.add_option("RUN", o.run, about_run)->required();
            c.add_option("STEP", o.step, "only this step");
            c.add_option("--limit", o.limit, "how many at most; default 1000")
                ->type_name("NUMBER")
                ->check(one_or_more);
        },
        print_errors);
}

void add_runs(CLI::App& app, action& chosen) {
    add_command<runs_options>(
        app, chosen, "runs", "lists runs, the newest first",
        [](CLI::App& c, runs_options& o) {
            c.add_option("--flow", o.flow, "only those of this flow")->type_name("FLOW");
            one_of(c.add_option("--status", o.status, "only those with this status"),
                   {"started", "completed", "failed", "cancelled"});
            c.add_option("--limit", o.limit, "how many at most; default 20")
                ->type_name("NUMBER")
                ->check(one_or_more);
        },
        print_runs);
}

void add_graph(CLI::App& app, action& chosen) {
    add_command<graph_options>(
        app, chosen, "graph", "draws a flow's steps",
        [](CLI::App& c, graph_options& o) {
            c.add_option("FLOW", o.flow, "the flow")->required();
            one_of(c.add_option("--format", o.format, "for people (the default), Mermaid or Graphviz"),
                   {"text", "mermaid", "dot"});
        },
        print_graph);
}

void add_timeline(CLI::App& app, action& chosen) {
    add_command<run_argument>(app, chosen, "timeline", "draws when a run's steps began and ended", define_run,
                              print_timeline);
}

void add_explain(CLI::App& app, action& chosen) {
    add_command<explain_argument>(
        app, chosen, "explain", "explains where a run's time went, or what a flow would do",
        [](CLI::App& c, explain_argument& o) {
            c.add_option("RUN_OR_FLOW", o.what, "a run's id, the beginning of it, or a flow")->required();
        },
        print_explanation);
}

}  // namespace fanout::control
