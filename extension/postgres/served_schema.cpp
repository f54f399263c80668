#include "postgres/served_schema.hpp"

#include "plain/sqlstates.hpp"
#include "plain/version_number.hpp"
#include "postgres/guard.hpp"
#include "postgres/utility_api.hpp"

namespace fanout {

const char library_version[] = FANOUT_VERSION;

namespace {

// The version before this library's own; of the first that was released its own.
constexpr char oldest_served[] = "0.2.0";

/// Each call has this table locked in the weakest mode. Who updates the schema locks it in the strongest, before
/// all others: then no call is under way that has begun on the older one.
constexpr char gate[] = "homes";
Oid gate_id = InvalidOid;

/// Found out once a backend, until the gate changes, as it does with each update.
bool is_served = false;

/// May be called at any time: it allocates nothing.
void note_change(Datum, Oid relation) {
    if (relation != InvalidOid && relation != gate_id) return;
    gate_id = InvalidOid;
    is_served = false;
}

void find_gate() {
    static bool is_listening = false;
    if (!is_listening) CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0));
    is_listening = true;
    const Oid schema = get_namespace_oid("fanout", true);
    gate_id = OidIsValid(schema) ? get_relname_relid(gate, schema) : InvalidOid;
}

/// An update that was waited for may have put another table in its place.
void lock_gate() {
    for (;;) {
        if (!OidIsValid(gate_id)) find_gate();
        const Oid tried = gate_id;
        if (!OidIsValid(tried)) return;
        LockRelationOid(tried, AccessShareLock);
        if (gate_id == tried) return;
        UnlockRelationOid(tried, AccessShareLock);
    }
}

/// The extension's, in the current memory context; null where there is none.
const char* read_version() {
    Relation extensions = table_open(ExtensionRelationId, AccessShareLock);
    ScanKeyData is_ours;
    ScanKeyInit(&is_ours, Anum_pg_extension_extname, BTEqualStrategyNumber, F_NAMEEQ,
                CStringGetDatum("pgfanout"));
    SysScanDesc scan = systable_beginscan(extensions, ExtensionNameIndexId, true, nullptr, 1, &is_ours);
    const char* version = nullptr;
    if (HeapTuple found = systable_getnext(scan); HeapTupleIsValid(found)) {
        bool is_null;
        version = TextDatumGetCString(
            SPI_getbinval(found, RelationGetDescr(extensions), Anum_pg_extension_extversion, &is_null));
    }
    systable_endscan(scan);
    table_close(extensions, AccessShareLock);
    return version;
}

[[noreturn]] void refuse_older(const std::string& version) {
    raise(sqlstate::schema_version,
          "the extension pgfanout of this database is of version " + version +
              ", older than those that its library, of version " + library_version + ", serves",
          "ALTER EXTENSION pgfanout UPDATE; what is under way goes on then.");
}

/// An error would come again in each statement, and behind a pooler nobody could end the session.
void end_session(const char* version) {
    constexpr auto& code = sqlstate::schema_version;
    pg_call([&] {
        ereport(FATAL,
                (errcode(MAKE_SQLSTATE(code[0], code[1], code[2], code[3], code[4])),
                 errmsg_internal("this session's library, of version %s, is older than the extension "
                                 "pgfanout of its database, of version %s",
                                 library_version, version),
                 errhint("Connect anew. Where this comes again, the server still has the older library: "
                         "install version %s there.",
                         version)));
    });
}

}  // namespace

void require_served_schema() {
    pg_call([] { lock_gate(); });
    if (is_served) return;
    const char* const version = pg_call([] { return read_version(); });
    // Somebody has made its functions by hand.
    if (!version) return;
    if (parse_version(version) < parse_version(oldest_served)) refuse_older(version);
    if (parse_version(version) > parse_version(library_version)) end_session(version);
    is_served = true;
}

void require_served_schema_now() {
    require_served_schema();
    if (OidIsValid(gate_id)) pg_call([] { UnlockRelationOid(gate_id, AccessShareLock); });
}

}  // namespace fanout
