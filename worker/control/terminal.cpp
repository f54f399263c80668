#include "control/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace fanout::control {

bool is_terminal(int file) {
    const char* kind = std::getenv("TERM");
    return isatty(file) && kind && std::string_view(kind) != "dumb";
}

terminal_size size_of_terminal(int file) {
    winsize size{};
    if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return {};
    return {size.ws_col, size.ws_row};
}

}  // namespace fanout::control
