#include "base/process_usage.hpp"

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fanout::worker_detail {
namespace {

/// The fields of /proc/self/stat from the third on: the second, the command's name, may have spaces.
std::vector<double> stat_fields() {
    std::ifstream file("/proc/self/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::istringstream fields(text.substr(std::min(text.rfind(')') + 2, text.size())));
    std::string state;
    fields >> state;
    return {std::istream_iterator<double>(fields), {}};
}

// Places in that list; proc(5) counts from 1, and these follow its third field.
enum stat_field {
    user_ticks = 10,
    system_ticks = 11,
    thread_count = 16,
    start_ticks = 18,
    virtual_bytes = 19,
    resident_pages = 20
};

/// When the machine was started, in seconds since 1970.
double boot_time() {
    timespec real{}, since_boot{};
    clock_gettime(CLOCK_REALTIME, &real);
    clock_gettime(CLOCK_BOOTTIME, &since_boot);
    return static_cast<double>(real.tv_sec - since_boot.tv_sec) +
           static_cast<double>(real.tv_nsec - since_boot.tv_nsec) / 1e9;
}

double open_files() {
    std::error_code error;
    std::filesystem::directory_iterator entries("/proc/self/fd", error);
    if (error) return 0;
    // One of them is the iterator's own.
    return static_cast<double>(std::distance(begin(entries), end(entries))) - 1;
}

double most_open_files() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<double>(limit.rlim_cur);
}

}  // namespace

samples read_process_usage() {
    const std::vector<double> stat = stat_fields();
    if (stat.size() <= resident_pages) return {};
    static const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    static const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
    static const double started = boot_time() + stat[start_ticks] / ticks;
    return {{"process_cpu_seconds_total", {}, (stat[user_ticks] + stat[system_ticks]) / ticks},
            {"process_resident_memory_bytes", {}, stat[resident_pages] * page},
            {"process_virtual_memory_bytes", {}, stat[virtual_bytes]},
            {"process_threads", {}, stat[thread_count]},
            {"process_start_time_seconds", {}, started},
            {"process_open_fds", {}, open_files()},
            {"process_max_fds", {}, most_open_files()}};
}

}  // namespace fanout::worker_detail
