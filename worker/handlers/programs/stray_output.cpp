#include "handlers/programs/stray_output.hpp"

#include "base/log.hpp"
#include "base/quoted_output.hpp"

#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr const char* explanation =
    "only answers belong on standard output; what else is printed, as by a print(), belongs on standard error";

}  // namespace

void stray_output::note(const std::string& handler, pid_t pid, const std::string& task,
                        std::string_view line) {
    constexpr const char* message = "printed what is no answer";
    last_ = quoted_output(line);
    if (std::exchange(was_explained_, true)) {
        log::info(message,
                  {{"handler", handler}, {"pid", std::to_string(pid)}, {"task", task}, {"line", last_}});
    } else {
        log::warn(message, {{"handler", handler},
                            {"pid", std::to_string(pid)},
                            {"task", task},
                            {"line", last_},
                            {"remedy", explanation}});
    }
}

std::string stray_output::remark(std::string_view unfinished) const {
    if (!last_.empty()) return ", but printed what is no answer: " + last_ + "; " + explanation;
    if (!unfinished.empty()) {
        return ", but printed " + quoted_output(unfinished) +
               " without a line break at its end, which every answer must have";
    }
    return "";
}

}  // namespace fanout::worker_detail
