#include "flows/own_flow_slug.hpp"

#include "flows/flow.hpp"
#include "postgres/entry.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Who is about to start a run of the flow has it, too: beside others.
object_lock lock_of_use(const std::string& slug) {
    return object_lock("flows", "use of " + slug);
}

/// Whether nobody defines the flow, or starts a run of it, until the transaction ends. Never waits.
bool try_to_lock(const std::string& slug) {
    static statement find("SELECT flow_id FROM fanout.flows WHERE flow_slug = $1", {TEXTOID});
    if (!lock_of_use(slug).try_to_take(ExclusiveLock)) return false;
    if (!object_lock("flows", slug).try_to_take(ExclusiveLock)) return false;
    const std::vector<int64_t> versions = find.run({param::text(slug)}).int8_column(1);
    return std::all_of(versions.begin(), versions.end(),
                       [](int64_t flow_id) { return lock_of_version(flow_id).try_to_take(ExclusiveLock); });
}

}  // namespace

std::string own_flow_slug(const std::string& prefix, Oid owner, const std::string& options) {
    static statement hash("SELECT $1 || '-' || left(encode(sha256(convert_to(jsonb_build_array("
                          "    (SELECT key FROM fanout.slug_key), $2, $3)::text, 'UTF8')), 'hex'), 32)",
                          {TEXTOID, OIDOID, TEXTOID});
    std::string slug = hash.run({param::text(prefix), param::oid(owner), param::text(options)}).text(0, 1);
    // The strongest lock that a standby gives: there the function is called, too.
    lock_of_use(slug).take(RowExclusiveLock);
    return slug;
}

void drop_own_flows_without_runs() {
    static statement find(
        "SELECT DISTINCT f.flow_slug FROM fanout.flows f "
        "WHERE f.flow_slug ~ '^(execute_many|chain-[A-Za-z0-9_-]*)-[0-9a-f]{32}$' AND NOT EXISTS ("
        "    SELECT FROM fanout.flows v JOIN fanout.runs r ON r.flow_id = v.flow_id WHERE v.flow_slug = f.flow_slug) "
        "LIMIT 100",
        {});
    static statement has_runs("SELECT FROM fanout.flows v JOIN fanout.runs r ON r.flow_id = v.flow_id "
                              "WHERE v.flow_slug = $1 LIMIT 1",
                              {TEXTOID});
    std::vector<std::string> slugs;
    {
        rows found = find.run({});
        for (size_t i = 0; i < found.size(); ++i) slugs.push_back(found.text(i, 1));
    }
    for (const std::string& slug : slugs) {
        if (try_to_lock(slug) && has_runs.run({param::text(slug)}).empty()) remove_flow(slug);
    }
}

}  // namespace fanout

using namespace fanout;

/// own_flow_slug(prefix text, options text) returns text
FANOUT_FUNCTION(fanout_own_flow_slug) {
    call.require({{0, "prefix"}, {1, "options"}}, "own_flow_slug");
    return call.text_result(own_flow_slug(call.text(0), call.caller, call.text(1)));
}
