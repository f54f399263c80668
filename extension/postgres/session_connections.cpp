#include "postgres/session_connections.hpp"

#include "postgres/statement.hpp"

#include <dlfcn.h>

namespace fanout {
namespace {

/// A function of dblink's library, which PostgreSQL loads for all to see; null in a session that hasn't used it.
/// Asked for by SQL it might stand in any schema, and be nobody's to call.
PGFunction loaded_function(const char* name) {
    return reinterpret_cast<PGFunction>(dlsym(RTLD_DEFAULT, name));
}

/// Null where the function returns NULL.
std::optional<Datum> call(PGFunction function, std::optional<Datum> argument = std::nullopt) {
    NullableDatum result{};
    pg_call([&] {
        LOCAL_FCINFO(fcinfo, 1);
        InitFunctionCallInfoData(*fcinfo, nullptr, argument ? 1 : 0, InvalidOid, nullptr, nullptr);
        if (argument) fcinfo->args[0] = {*argument, false};
        result.value = function(fcinfo);
        result.isnull = fcinfo->isnull;
    });
    return result.isnull ? std::nullopt : std::optional(result.value);
}

void close_named(PGFunction list, PGFunction disconnect) {
    const std::optional<Datum> names = call(list);
    if (!names) return;
    const array_elements open = elements_of(*names, TEXTOID);
    for (int i = 0; i < open.size; ++i) (void)call(disconnect, open.values[i]);
}

/// That there is none is only told by the error.
void close_unnamed(PGFunction disconnect) {
    const std::optional<pg_error> error = subtransaction([&] { (void)call(disconnect); });
    if (error && !error->has_sqlstate("08003")) throw pg_error(*error);
}

}  // namespace

void close_session_connections() {
    const PGFunction list = loaded_function("dblink_get_connections");
    const PGFunction disconnect = loaded_function("dblink_disconnect");
    if (!list || !disconnect) return;
    close_named(list, disconnect);
    close_unnamed(disconnect);
}

}  // namespace fanout
