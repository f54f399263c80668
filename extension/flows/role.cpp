// The type fanout.role. A value is the four bytes of a role's number, or the text of a role that isn't there,
// which is longer.
#include "flows/role.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/utility_api.hpp"

#include <cstring>

namespace fanout {
namespace {

constexpr std::string_view missing = "(missing: ", dropped = "(dropped: ", end = ")";

Datum value_of(const char* bytes, size_t size) {
    return pg_call([&] { return PointerGetDatum(cstring_to_text_with_len(bytes, static_cast<int>(size))); });
}

bool is_of_no_role(std::string_view text) {
    return (text.starts_with(missing) || text.starts_with(dropped)) && text.ends_with(end);
}

/// The name in an identifier as SQL writes it; null where it is none.
const char* read_name(const char* identifier) {
    return pg_call([&]() -> const char* {
        List* names = NIL;
        if (!SplitIdentifierString(pstrdup(identifier), '.', &names) || list_length(names) != 1)
            return nullptr;
        return static_cast<const char*>(linitial(names));
    });
}

std::string quoted(const char* name) {
    return pg_call([&] { return quote_identifier(name); });
}

/// The role of that name, or the text of one that isn't there.
Datum value_of_text(const char* text) {
    if (is_of_no_role(text)) return value_of(text, std::strlen(text));
    const char* name = read_name(text);
    if (!name) {
        raise(sqlstate::invalid_argument, std::string("\"") + text + "\" is no role's name",
              "Write it as an identifier, in double quotes where it needs them.");
    }
    const Oid role = pg_call([&] { return get_role_oid(name, true); });
    if (OidIsValid(role)) return role_value(role);
    const std::string unknown = std::string(missing) + quoted(name) + std::string(end);
    return value_of(unknown.data(), unknown.size());
}

}  // namespace

Datum role_value(Oid role) {
    return value_of(reinterpret_cast<const char*>(&role), sizeof role);
}

Oid role_number(Datum value) {
    Oid role = InvalidOid;
    const text_view bytes = view_text(value);
    if (bytes.size == sizeof role) std::memcpy(&role, bytes.data, sizeof role);
    return role;
}

std::string role_text(Datum value) {
    const text_view bytes = view_text(value);
    if (bytes.size != sizeof(Oid)) return std::string(bytes.data, bytes.size);
    const Oid role = role_number(value);
    const char* name = pg_call([&] { return GetUserNameFromId(role, true); });
    return name ? quoted(name) : std::string(dropped) + std::to_string(role) + std::string(end);
}

bool role_exists(Oid role) {
    return pg_call([&] { return SearchSysCacheExists1(AUTHOID, ObjectIdGetDatum(role)); });
}

}  // namespace fanout

using namespace fanout;

// Procedures to the entry code: they need nothing of the engine's.

/// role_in(cstring) returns role
FANOUT_PROCEDURE(fanout_role_in) {
    return value_of_text(DatumGetCString(call.datum(0)));
}

/// role_out(role) returns cstring
FANOUT_PROCEDURE(fanout_role_out) {
    const std::string text = role_text(call.datum(0));
    const char* bytes = text.c_str();
    return pg_call([&] { return CStringGetDatum(pstrdup(bytes)); });
}

/// role_recv(internal) returns role
FANOUT_PROCEDURE(fanout_role_recv) {
    auto* message = reinterpret_cast<StringInfo>(DatumGetPointer(call.datum(0)));
    const char* text = pg_call([&] {
        int size;
        return pq_getmsgtext(message, message->len - message->cursor, &size);
    });
    return value_of_text(text);
}

/// role_send(role) returns bytea
FANOUT_PROCEDURE(fanout_role_send) {
    const std::string text = role_text(call.datum(0));
    return pg_call([&] {
        StringInfoData message;
        pq_begintypsend(&message);
        pq_sendtext(&message, text.data(), static_cast<int>(text.size()));
        return PointerGetDatum(pq_endtypsend(&message));
    });
}

/// role_of(oid) returns role
FANOUT_PROCEDURE(fanout_role_of) {
    return role_value(DatumGetObjectId(call.datum(0)));
}

/// role_number(role) returns oid
FANOUT_PROCEDURE(fanout_role_number) {
    return ObjectIdGetDatum(role_number(call.datum(0)));
}
