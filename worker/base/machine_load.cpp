#include "base/machine_load.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::duration<double> look_interval{0.1}, memory{1};
// A machine that is just fully used has one or two ready threads for each processor: handlers, the server's
// backends, and the daemon's own.
constexpr double most_runnable = 4;
constexpr double most_stalled_percentage = 10;

std::string read_file(const char* path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

int runnable_threads(const std::string& loadavg) {
    const size_t slash = loadavg.find('/');
    const size_t space = slash == std::string::npos ? slash : loadavg.rfind(' ', slash);
    return space == std::string::npos ? 0 : std::atoi(loadavg.c_str() + space);
}

double stalled_percentage(const std::string& pressure) {
    const std::string mark = "full avg10=";
    const size_t at = pressure.find(mark);
    return at == std::string::npos ? 0 : std::atof(pressure.c_str() + at + mark.size());
}

void machine_load::look(time_point now) {
    const std::chrono::duration<double> elapsed = now - looked_at_;
    looked_at_ = now;
    const double processors = std::max(std::thread::hardware_concurrency(), 1U);
    const double weight = 1 - std::exp(-elapsed / memory);
    runnable_ += weight * (runnable_threads(read_file("/proc/loadavg")) / processors - runnable_);
    short_of_memory_ = stalled_percentage(read_file("/proc/pressure/memory")) > most_stalled_percentage;
}

bool machine_load::is_busy(time_point now) {
    std::lock_guard lock(mutex_);
    if (now - looked_at_ >= look_interval) look(now);
    return runnable_ > most_runnable || short_of_memory_;
}

}  // namespace fanout::worker_detail
