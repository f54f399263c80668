// What changes a run's course: cancel, resume, retry, pause, continue.
#include "control/commands.hpp"
#include "control/exit_statuses.hpp"
#include "control/json_argument.hpp"
#include "control/rows.hpp"
#include "control/run_id.hpp"
#include "control/shown_text.hpp"

#include <iostream>

namespace fanout::control {
namespace {

constexpr char about_run[] = "the run's id, or the beginning of it";

struct cancel_options {
    std::string run;
    std::optional<std::string> reason;
};

int cancel(session& s, const cancel_options& o) {
    print_change(s, "SELECT $1::uuid AS run_id, fanout.cancel_run($1::uuid, $2) AS changed",
                 {find_run(s, o.run), o.reason}, "cancelled", "it had ended already");
    return succeeded;
}

struct resume_options {
    std::string run, definition = "own";
    bool failed_items = false;
};

int resume(session& s, const resume_options& o) {
    print_change(
        s,
        "SELECT $1::uuid AS run_id, "
        "fanout.resume_run($1::uuid, failed_items => $2::boolean, definition => $3::text) AS changed",
        {find_run(s, o.run), o.failed_items ? "true" : "false", o.definition}, "it goes on",
        "it goes on already");
    return succeeded;
}

// -- retry

struct retry_options {
    std::string run, step;
    int index;
    std::optional<std::string> input;
};

int retry(session& s, const retry_options& o) {
    std::optional<std::string> input;
    if (o.input) input = read_json_argument("--input", *o.input, std::cin);
    print_change(s,
                 "SELECT $1::uuid AS run_id, $2::text AS step_slug, $3::int AS task_index, "
                 "fanout.retry_task($1::uuid, $2::text, $3::int, $4::jsonb) IS NOT NULL AS changed",
                 {find_run(s, o.run), o.step, std::to_string(o.index), input}, "it is tried again", "");
    return succeeded;
}

// -- pause, continue

struct pause_options {
    std::string kind, name;
    std::optional<std::string> reason;
};

/// What is paused, as its function takes it.
std::string paused_thing(session& s, const pause_options& o) {
    return o.kind == "run" ? find_run(s, o.name) : o.name;
}

std::string argument_of(const pause_options& o) {
    return o.kind == "run" ? "$1::uuid" : "$1::text";
}

int pause(session& s, const pause_options& o) {
    const std::string name = argument_of(o);
    print_change(s,
                 "SELECT " + name + " AS " + o.kind + ", fanout.pause_" + o.kind + "(" + name +
                     ", $2::text) AS changed",
                 {paused_thing(s, o), o.reason}, "paused", "it was paused already");
    return succeeded;
}

int go_on(session& s, const pause_options& o) {
    const std::string name = argument_of(o);
    print_change(
        s, "SELECT " + name + " AS " + o.kind + ", fanout.continue_" + o.kind + "(" + name + ") AS changed",
        {paused_thing(s, o)}, "it goes on", "it was not paused");
    return succeeded;
}

void define_paused(CLI::App& c, pause_options& o) {
    one_of(c.add_option("KIND", o.kind, "what NAME is"), {"queue", "flow", "run"})->required();
    c.add_option("NAME", o.name, "a queue, a flow, or a run's id")->required();
}

}  // namespace

void add_cancel(CLI::App& app, action& chosen) {
    add_command<cancel_options>(
        app, chosen, "cancel", "cancels a run: nothing of it starts any more",
        [](CLI::App& c, cancel_options& o) {
            c.add_option("RUN", o.run, about_run)->required();
            c.add_option("REASON", o.reason, "is kept as the run's error");
        },
        cancel);
}

void add_resume(CLI::App& app, action& chosen) {
    add_command<resume_options>(
        app, chosen, "resume", "lets a failed or cancelled run go on with what failed or never ran",
        [](CLI::App& c, resume_options& o) {
            c.add_option("RUN", o.run, about_run)->required();
            c.add_flag("--failed-items", o.failed_items,
                       "also what completed steps have collected as failed, and what follows from it; of a "
                       "completed run, too");
            one_of(c.add_option("--definition", o.definition,
                                "which version of its flow it goes on by: its own (the default), or the "
                                "current one where the steps are the same"),
                   {"own", "current"});
        },
        resume);
}

void add_retry(CLI::App& app, action& chosen) {
    add_command<retry_options>(
        app, chosen, "retry", "tries one task again: one that waits for that, or has failed for good",
        [](CLI::App& c, retry_options& o) {
            c.add_option("RUN", o.run, about_run)->required();
            c.add_option("STEP", o.step, "its step")->required();
            c.add_option("INDEX", o.index, "its index; 0 for a single step's")->required();
            c.add_option("--input", o.input, "another input: JSON, @FILE, or - for standard input")
                ->type_name("JSON");
        },
        retry);
}

void add_pause(CLI::App& app, action& chosen) {
    add_command<pause_options>(
        app, chosen, "pause", "lets nothing of a queue, a flow or a run start until it is continued",
        [](CLI::App& c, pause_options& o) {
            define_paused(c, o);
            c.add_option("REASON", o.reason, "is shown to whoever asks why nothing happens");
        },
        pause);
}

void add_continue(CLI::App& app, action& chosen) {
    add_command<pause_options>(app, chosen, "continue", "lets a paused queue, flow or run go on",
                               define_paused, go_on);
}

}  // namespace fanout::control
