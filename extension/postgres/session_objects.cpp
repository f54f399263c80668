#include "postgres/session_objects.hpp"

#include "postgres/statement.hpp"

namespace fanout {
namespace {

std::set<std::string> open_cursors() {
    static statement find("SELECT name FROM pg_cursors", {});
    rows found = find.run({});
    std::set<std::string> result;
    for (size_t i = 0; i < found.size(); ++i) result.insert(found.text(i, 1));
    return result;
}

/// What depends on the session's temporary schema by standing in it; the rest goes with that.
std::set<std::pair<Oid, Oid>> temporary_objects() {
    static statement find("SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_namespace'::regclass "
                          "AND refobjid = $1 AND deptype = 'n'",
                          {OIDOID});
    Oid schema = InvalidOid, toast = InvalidOid;
    pg_call([&] { GetTempNamespaceState(&schema, &toast); });
    std::set<std::pair<Oid, Oid>> result;
    if (!OidIsValid(schema)) return result;
    rows found = find.run({param::oid(schema)});
    for (size_t i = 0; i < found.size(); ++i) result.emplace(found.oid(i, 1), found.oid(i, 2));
    return result;
}

}  // namespace

/// A cursor from which something is read at the moment is refused by FETCH and CLOSE, those of PL/pgSQL,
/// which are no statements, included.
session_objects::session_objects() : cursors_(open_cursors()), temporary_(temporary_objects()) {
    for (const std::string& name : cursors_) {
        Portal cursor = GetPortalByName(name.c_str());
        if (!PortalIsValid(cursor) || cursor->status != PORTAL_READY) continue;
        cursor->status = PORTAL_ACTIVE;
        shielded_.push_back(cursor);
    }
}

session_objects::~session_objects() {
    for (Portal cursor : shielded_) cursor->status = PORTAL_READY;
}

void session_objects::drop_new() const {
    for (const std::string& name : open_cursors()) {
        if (cursors_.count(name)) continue;
        pg_call([&] {
            if (Portal cursor = SPI_cursor_find(name.c_str())) SPI_cursor_close(cursor);
        });
    }
    ObjectAddresses* dropped = nullptr;
    for (const auto& object : temporary_objects()) {
        if (temporary_.count(object)) continue;
        pg_call([&] {
            if (!dropped) dropped = new_object_addresses();
            const ObjectAddress address{object.first, object.second, 0};
            add_exact_object_address(&address, dropped);
        });
    }
    if (!dropped) return;
    pg_call([&] {
        performMultipleDeletions(dropped, DROP_CASCADE, PERFORM_DELETION_INTERNAL | PERFORM_DELETION_QUIETLY);
    });
}

}  // namespace fanout
