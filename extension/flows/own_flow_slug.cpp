#include "flows/own_flow_slug.hpp"

#include "postgres/entry.hpp"
#include "postgres/guard.hpp"

namespace fanout {

std::string own_flow_slug(const std::string& prefix, Oid owner, const std::string& options) {
    static statement hash("SELECT $1 || '-' || left(encode(sha256(convert_to(jsonb_build_array("
                          "    (SELECT key FROM fanout.slug_key), $2, $3)::text, 'UTF8')), 'hex'), 32)",
                          {TEXTOID, OIDOID, TEXTOID});
    return hash.run({param::text(prefix), param::oid(owner), param::text(options)}).text(0, 1);
}

}  // namespace fanout

using namespace fanout;

/// own_flow_slug(prefix text, options text) returns text
FANOUT_FUNCTION(fanout_own_flow_slug) {
    call.require({{0, "prefix"}, {1, "options"}}, "own_flow_slug");
    return call.text_result(own_flow_slug(call.text(0), call.caller, call.text(1)));
}
