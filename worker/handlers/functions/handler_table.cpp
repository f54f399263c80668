#include "handlers/functions/handler_table.hpp"

#include "base/handler_limits.hpp"

namespace fanout::worker_detail {
namespace {

class checker {
public:
    explicit checker(const std::string& name) : name_(name) {}

    void check(bool is_good, const std::string& problem) const {
        if (!is_good) throw std::invalid_argument("handler \"" + name_ + "\": " + problem);
    }

    void check_range(int value, int least, int most, const std::string& what) const {
        check(value >= least && value <= most, what + " is " + std::to_string(value) + ", not from " +
                                                   std::to_string(least) + " to " + std::to_string(most));
    }

private:
    const std::string& name_;
};

}  // namespace

void handler_table::add(const std::string& name, handler function, const handler_options& options) {
    const checker c(name);
    c.check(!name.empty() && name.find(':') == std::string::npos,
            "that is no handler's name: it is empty or has a colon");
    c.check(static_cast<bool>(function), "there is no function");
    c.check_range(options.concurrency.min, 1, most_at_once, "concurrency");
    c.check_range(options.concurrency.max, options.concurrency.min, most_at_once, "the most concurrency");
    c.check_range(options.prefetch, 0, most_prefetched, "prefetch");
    c.check_range(options.lanes, 1, most_lanes, "lanes");
    c.check(functions_.emplace(name, std::pair(std::move(function), options)).second,
            "there is one of that name already");
}

}  // namespace fanout::worker_detail
