#include "configuration/program_path.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <concepts>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <type_traits>

namespace fanout::worker_detail {
namespace {

bool is_executable(const std::string& path) {
    struct stat status {};
    return stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && access(path.c_str(), X_OK) == 0;
}

/// As execvpe looks for it, from the folder where it is started.
bool can_be_run(const std::string& program, const std::filesystem::path& directory) {
    if (program.find('/') != std::string::npos) return is_executable(directory / program);
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "/bin:/usr/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (is_executable(directory / folder / program)) return true;
    }
    return false;
}

}  // namespace

std::optional<std::string> missing_program(const handler_configuration& h) {
    return std::visit(
        [](const auto& kind) -> std::optional<std::string> {
            if constexpr (std::derived_from<std::decay_t<decltype(kind)>, command_settings>) {
                if (!can_be_run(kind.argv[0], kind.directory)) return kind.argv[0];
            }
            return std::nullopt;
        },
        h.kind);
}

}  // namespace fanout::worker_detail
