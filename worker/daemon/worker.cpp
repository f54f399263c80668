// fanout::worker: a process that is fanoutd with handlers of its own.
#include "fanout/worker.hpp"

#include "base/container_init.hpp"
#include "base/exit_status.hpp"
#include "configuration/command_line.hpp"
#include "daemon/daemon.hpp"
#include "daemon/process_secrets.hpp"
#include "server/connection_string.hpp"

#include <cstdlib>
#include <iostream>

namespace fanout {

using namespace worker_detail;

struct worker::state {
    int argc;
    char** argv;
    handler_table handlers;
};

worker::worker(int argc, char** argv) : state_(new state{argc, argv, {}}) {}

worker::~worker() = default;

void worker::add(const std::string& name, handler function, const handler_options& options) {
    state_->handlers.handle(name, std::move(function), options);
}

int worker::run() {
    options o;
    if (std::optional<int> status = read_command_line(state_->argc, state_->argv, o)) return *status;
    forbid_others_to_look();
    hide_environment();
    for (int i = 1; i < state_->argc; ++i) {
        if (state_->argv[i] == o.connection) hide_password(state_->argv[i]);
    }
    // Before plugins are loaded, which may start threads.
    leave_process_one();
    const functions& own = state_->handlers.all();
    configuration c;
    try {
        c = load_configuration(o, own);
        if (!o.connection.empty() && !c.databases.empty()) {
            throw configuration_error(
                o.file + ": \"databases\" and a connection string on the command line: give one of them");
        }
        o.connection = with_network_defaults(o.connection);
    } catch (const configuration_error& e) {
        std::cerr << "fanoutd: " << e.what() << '\n';
        return bad_configuration;
    }
    if (o.check) {
        std::cout << (o.file.empty() ? "no configuration file" : o.file) << ": good, "
                  << c.handlers.size() + own.size() << " handlers\n";
        return finished;
    }
    // Whatever the database's encoding, what is exchanged is UTF-8.
    setenv("PGCLIENTENCODING", "UTF8", 1);
    // Where the caller says nothing else: a name in pg_stat_activity, and an end to waiting for a host that
    // is gone.
    setenv("PGAPPNAME", "fanoutd", 0);
    setenv("PGCONNECT_TIMEOUT", "10", 0);
    return run_daemon(o, c, own);
}

}  // namespace fanout
