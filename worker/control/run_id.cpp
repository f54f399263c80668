#include "control/run_id.hpp"

#include "control/usage_error.hpp"
#include "server/query.hpp"

#include <cctype>

namespace fanout::control {
namespace {

constexpr size_t digits = 32, fewest_digits = 4;

}  // namespace

std::optional<id_range> ids_beginning_with(std::string_view given) {
    std::string beginning;
    for (const char c : given) {
        if (std::isxdigit(static_cast<unsigned char>(c))) {
            beginning += c;
        } else if (c != '-') {
            return std::nullopt;
        }
    }
    if (beginning.size() < fewest_digits || beginning.size() > digits) return std::nullopt;
    const size_t missing = digits - beginning.size();
    return id_range{beginning + std::string(missing, '0'), beginning + std::string(missing, 'f')};
}

std::string find_run(session& s, const std::string& given) {
    const std::optional<id_range> range = ids_beginning_with(given);
    if (!range)
        throw usage_error("\"" + given + "\" is no run's id, nor four digits or more that one begins with");
    if (range->first == range->last) return range->first;
    const auto found = worker_detail::query(
        s.server, "SELECT run_id FROM fanout.run_outputs WHERE run_id BETWEEN $1::uuid AND $2::uuid LIMIT 2",
        {range->first, range->last});
    if (found.rows.size() == 1) return *found.rows[0][0];
    throw usage_error(found.rows.empty()
                          ? "no run's id begins with " + given + "; `fanoutctl runs` lists the runs"
                          : "several runs' ids begin with " + given + "; give more of it");
}

}  // namespace fanout::control
