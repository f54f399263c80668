#include "control/control.hpp"

#include "base/json_section.hpp"
#include "control/command_line.hpp"
#include "control/exit_statuses.hpp"
#include "control/failure_text.hpp"
#include "control/health_summary.hpp"
#include "control/shown_text.hpp"
#include "control/usage_error.hpp"
#include "daemon/process_secrets.hpp"
#include "server/connection_string.hpp"

#include <clocale>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string_view>

namespace fanout::control {
namespace {

using namespace worker_detail;

int fail(const command_line& line, const std::string& reason) {
    std::cerr << "fanoutctl: " << printable_lines(reason) << '\n';
    if (!line.checks_health) return not_done;
    // Where monitoring looks for it.
    std::cout << unknown_health(reason, line.json) << std::endl;
    return health_unknown;
}

/// The server's notices, to people and scripts alike.
void tell(const std::string& notice) {
    std::cerr << printable_lines(notice) << std::flush;
}

int act(const command_line& line) {
    session s{server_connection(with_network_defaults(line.connection), tell), line.json};
    int status;
    try {
        status = line.chosen(s);
    } catch (const server_error& e) {
        return fail(line, failure_text(s.server, e, line.checks_health));
    }
    std::cout.flush();
    return status;
}

void hide_passwords(int argc, char** argv, const std::string& connection) {
    for (int i = 1; i < argc; ++i) {
        const size_t length = std::strlen(argv[i]);
        if (!connection.empty() && std::string_view(argv[i]).ends_with(connection)) {
            hide_password(argv[i] + (length - connection.size()));
        }
    }
}

void prepare() {
    // What reads our output may end before us, as `head` does: then so do we, whatever our parent does.
    std::signal(SIGPIPE, SIG_DFL);
    // For the widths of characters alone.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::cout.exceptions(std::ios::badbit | std::ios::failbit);
    setenv("PGCLIENTENCODING", "UTF8", 1);
    setenv("PGAPPNAME", "fanoutctl", 0);
    setenv("PGCONNECT_TIMEOUT", "10", 0);
}

}  // namespace

bool is_called_fanoutctl(const char* program) {
    const char* slash = std::strrchr(program, '/');
    return std::string_view(slash ? slash + 1 : program) == "fanoutctl";
}

int run(int argc, char** argv) {
    command_line line;
    if (const auto status = read_command_line(argc, argv, line)) return *status;
    prepare();
    hide_passwords(argc, argv, line.connection);
    try {
        return act(line);
    } catch (const usage_error& e) {
        return fail(line, e.what());
    } catch (const configuration_error& e) {
        return fail(line, e.what());
    } catch (const connection_lost& e) {
        return fail(line, e.what());
    } catch (const std::ios_base::failure&) {
        // It is flushed once more, where it can't be caught.
        std::cout.exceptions(std::ios::goodbit);
        std::cerr << "fanoutctl: can't write: " << std::strerror(errno) << '\n';
        return not_done;
    }
}

}  // namespace fanout::control
