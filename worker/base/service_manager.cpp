#include "base/service_manager.hpp"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace fanout::worker_detail {
namespace {

/// Nobody being there to listen is no error.
void notify(const std::string& message) {
    sd_notify(0, message.c_str());
}

}  // namespace

service_manager::service_manager() {
    uint64_t watchdog_us = 0;
    if (sd_watchdog_enabled(0, &watchdog_us) > 0) {
        alive_interval_ = std::chrono::microseconds(watchdog_us / 2);
    }
}

void service_manager::ready() {
    notify("READY=1");
}

void service_manager::reloading() {
    const auto now = std::chrono::duration_cast<std::chrono::microseconds>(clock::now().time_since_epoch());
    notify("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(now.count()));
}

void service_manager::stopping() {
    notify("STOPPING=1");
}

void service_manager::stops_within(std::chrono::seconds time) {
    notify("EXTEND_TIMEOUT_USEC=" + std::to_string(std::chrono::microseconds(time).count()));
}

void service_manager::status(const std::string& text) {
    if (status_ == text) return;
    status_ = text;
    notify("STATUS=" + text);
}

void service_manager::alive() {
    const auto now = clock::now();
    if (alive_interval_.count() == 0 || now < next_alive_) return;
    next_alive_ = now + alive_interval_;
    notify("WATCHDOG=1");
}

}  // namespace fanout::worker_detail
