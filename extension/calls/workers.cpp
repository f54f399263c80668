// register_worker and unregister_worker.
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "queue/home.hpp"
#include "queue/worker.hpp"

namespace fanout {
namespace {

void check_protocol(const std::string& worker, int32_t protocol) {
    static statement read("SELECT oldest, newest FROM fanout.protocols()", {});
    const rows spoken = read.run({});
    const int32_t oldest = spoken.int4(0, 1), newest = spoken.int4(0, 2);
    if (oldest <= protocol && protocol <= newest) return;
    raise(sqlstate::unknown_protocol,
          "register_worker: worker \"" + worker + "\" speaks protocol " + std::to_string(protocol) +
              ", and this database " + std::to_string(oldest) + " to " + std::to_string(newest),
          protocol < oldest ? "Install a newer version of the worker's program."
                            : "Install an older version of the worker's program, or update the database: "
                              "ALTER EXTENSION pgfanout UPDATE.");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// register_worker(name text, handlers text[], queues text[], slots int, version text, protocol int) returns
/// bigint
FANOUT_FUNCTION(fanout_register_worker) {
    call.require({{0, "name"}, {1, "handlers"}, {2, "queues"}, {3, "slots"}, {5, "protocol"}},
                 "register_worker");
    const std::string name = call.text(0);
    const std::vector<std::string> queues = text_elements(call.datum(2), "register_worker: queues");
    check_name(name, "name", "register_worker");
    for (const std::string& handler : text_elements(call.datum(1), "register_worker: handlers"))
        check_name(handler, "handler", "register_worker");
    for (const std::string& queue : queues) check_name(queue, "queue", "register_worker");
    const std::optional<std::string> version = call.optional_text(4);
    if (version) check_name(*version, "version", "register_worker");
    if (queues.empty()) {
        raise(sqlstate::invalid_argument, "register_worker: worker \"" + name + "\" serves no queue",
              "Leave queues out for the queue 'default'.");
    }
    if (call.int4(3) < 1) {
        raise(sqlstate::invalid_argument, "register_worker: slots is " + std::to_string(call.int4(3)),
              "Give the number of tasks that the worker runs at once, 1 or more.");
    }
    check_protocol(name, call.int4(5));
    refuse_in_copy();
    return Int64GetDatum(
        add_worker(name, call.caller, call.datum(1), call.datum(2), call.int4(3), version, call.int4(5)));
}

/// unregister_worker(worker_id bigint) returns void
FANOUT_FUNCTION(fanout_unregister_worker) {
    call.require({{0, "worker_id"}}, "unregister_worker");
    lock_worker(call.int8(0));
    remove_worker(load_worker(call.int8(0), call.caller).worker_id);
    return 0;
}
