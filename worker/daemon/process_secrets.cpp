#include "daemon/process_secrets.hpp"

#include "server/connection_string.hpp"

#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>

namespace fanout::worker_detail {
namespace {

using addresses = std::pair<uintptr_t, uintptr_t>;

/// Where the environment lies with which the process was started: fields 50 and 51 of /proc/self/stat.
/// Nowhere, where that can't be read.
addresses first_environment() {
    constexpr int fields_after_name_before = 47;
    std::ifstream file("/proc/self/stat");
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::istringstream fields(text.substr(std::min(text.rfind(')'), text.size() - 1) + 1));
    std::string skipped;
    for (int i = 0; i < fields_after_name_before; ++i) fields >> skipped;
    addresses result{0, 0};
    fields >> result.first >> result.second;
    return result;
}

}  // namespace

void forbid_others_to_look() {
    prctl(PR_SET_DUMPABLE, 0);
}

void hide_environment() {
    const addresses first = first_environment();
    for (char** entry = environ; entry && *entry; ++entry) {
        const auto at = reinterpret_cast<uintptr_t>(*entry);
        if (at < first.first || at >= first.second) continue;
        char* copy = strdup(*entry);
        if (!copy) continue;
        explicit_bzero(*entry, strlen(*entry));
        *entry = copy;
    }
}

void hide_password(char* argument) {
    const std::string before = argument;
    const std::string after = without_secrets(before);
    if (after == before) return;
    explicit_bzero(argument, before.size());
    after.copy(argument, before.size());
}

}  // namespace fanout::worker_detail
