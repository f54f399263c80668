#include "clients.hpp"
#include "features.hpp"
#include "observation.hpp"

#include <thread>

namespace model {

void run_observer(const client_setting& setting) {
    connection database("");
    while (features::limits && !setting.stops) {
        const pqxx::result exceeded =
            database.run("SELECT coalesce(l.name, 'of state ' || l.state_id), h.held, l.max_concurrency "
                         "FROM fanout.limit_holdings h JOIN fanout.limits l USING (limit_id) "
                         "WHERE h.held > l.max_concurrency");
        for (const auto& row : exceeded) {
            setting.problems.add(std::string("limit ") + row[0].c_str() + " has " + row[1].c_str() +
                                 " tasks in flight, and lets " + row[2].c_str());
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

}  // namespace model
