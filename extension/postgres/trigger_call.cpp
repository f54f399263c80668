#include "postgres/trigger_call.hpp"

#include "plain/sqlstates.hpp"

namespace fanout {

const TriggerData& trigger_of(const call& c) {
    // Nothing else keeps anybody from calling it.
    if (!CALLED_AS_TRIGGER(c.fcinfo)) {
        const std::string name = pg_call([&] { return get_func_name(c.fcinfo->flinfo->fn_oid); });
        raise(sqlstate::invalid_argument,
              "fanout." + name + " was called, and not by the trigger that it is for",
              "There is no need to call it: the triggers on the tables of fanout do.");
    }
    return *reinterpret_cast<const TriggerData*>(c.fcinfo->context);
}

}  // namespace fanout
