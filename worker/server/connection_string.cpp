#include "server/connection_string.hpp"

#include "base/json_section.hpp"

#include <libpq-fe.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <optional>

namespace fanout::worker_detail {
namespace {

using settings = std::map<std::string, std::string>;

// Seconds, but the last one, which is in milliseconds: how long what was sent may stay unacknowledged.
const settings network_defaults = {{"keepalives_idle", "30"},
                                   {"keepalives_interval", "10"},
                                   {"keepalives_count", "3"},
                                   {"tcp_user_timeout", "30000"}};

using option_list = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

settings given(PQconninfoOption* list) {
    const option_list owner(list, PQconninfoFree);
    settings result;
    for (const PQconninfoOption* o = list; o && o->keyword; ++o) {
        if (o->val) result[o->keyword] = o->val;
    }
    return result;
}

/// libpq's own mark of what a person's typing isn't to be shown of.
bool is_secret(const PQconninfoOption& o) {
    return o.dispchar && *o.dispchar == '*';
}

settings parse(const std::string& connection) {
    char* problem = nullptr;
    PQconninfoOption* list = PQconninfoParse(connection.c_str(), &problem);
    const std::unique_ptr<char, decltype(&PQfreemem)> owner(problem, PQfreemem);
    if (!list) {
        std::string reason = problem ? problem : "out of memory";
        while (reason.ends_with('\n')) reason.pop_back();
        throw configuration_error("the connection string can't be used: " + reason);
    }
    return given(list);
}

/// What the service's entry says, by libpq's own reading of its files, which goes by the variable.
settings of_service(const settings& own) {
    const auto named = own.find("service");
    if (named == own.end()) return given(PQconndefaults());
    const char* variable = std::getenv("PGSERVICE");
    const std::optional<std::string> before = variable ? std::optional<std::string>(variable) : std::nullopt;
    setenv("PGSERVICE", named->second.c_str(), 1);
    settings result = given(PQconndefaults());
    before ? setenv("PGSERVICE", before->c_str(), 1) : unsetenv("PGSERVICE");
    return result;
}

std::string quoted(const std::string& value) {
    std::string result = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') result += '\\';
        result += c;
    }
    return result + "'";
}

std::string text_of(const settings& all) {
    std::string result;
    for (const auto& [key, value] : all) result += (result.empty() ? "" : " ") + key + "=" + quoted(value);
    return result;
}

}  // namespace

std::string with_network_defaults(const std::string& connection) {
    settings own = parse(connection);
    const settings service = of_service(own);
    for (const auto& [key, value] : network_defaults) {
        if (!service.contains(key)) own.try_emplace(key, value);
    }
    return text_of(own);
}

bool is_connection_string(const std::string& text) {
    const option_list list(PQconninfoParse(text.c_str(), nullptr), PQconninfoFree);
    for (const PQconninfoOption* o = list.get(); o && o->keyword; ++o) {
        if (o->val) return true;
    }
    return false;
}

std::string without_secrets(const std::string& connection) {
    const option_list list(PQconninfoParse(connection.c_str(), nullptr), PQconninfoFree);
    bool has_secret = false;
    settings shown;
    for (const PQconninfoOption* o = list.get(); o && o->keyword; ++o) {
        if (!o->val) continue;
        if (is_secret(*o)) {
            has_secret = true;
        } else {
            shown[o->keyword] = o->val;
        }
    }
    return has_secret ? text_of(shown) : connection;
}

}  // namespace fanout::worker_detail
