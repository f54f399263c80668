#include "daemon/status_page.hpp"

#include "base/log.hpp"
#include "daemon/page_files.hpp"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <span>
#include <system_error>
#include <vector>

namespace fanout::worker_detail {

/// What a reader can do, by the end of its address; and the parameters of the address that its statement takes, behind the
/// run's id where it is done to a run.
struct steering {
    std::string_view name;
    const page_statement& statement;
    std::vector<const char*> parameters;
};

namespace {

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* json_type = "application/json; charset=utf-8";

/// Nothing is loaded from elsewhere, nothing is shown elsewhere, and what stands in a text is never run.
constexpr std::pair<const char*, const char*> protection[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
};

std::string new_session() {
    std::array<unsigned char, 32> bytes{};
    if (getentropy(bytes.data(), bytes.size()) != 0) {
        throw std::system_error(errno, std::generic_category(), "no random numbers");
    }
    std::string result;
    for (const unsigned char b : bytes) {
        std::array<char, 3> digits{};
        snprintf(digits.data(), digits.size(), "%02x", b);
        result += digits.data();
    }
    return result;
}

/// Whatever bytes its texts have.
std::string json_text(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

page problem(int status, const std::string& text) {
    return {.status = status, .type = json_type, .text = json_text({{"error", text}})};
}

page wrong_method(const char* allowed) {
    page p = problem(405, "The method is not allowed.");
    p.headers.emplace_back("Allow", allowed);
    return p;
}

page unauthorized(const std::string& text) {
    page p = problem(401, text);
    p.headers.emplace_back("WWW-Authenticate", "Bearer");
    return p;
}

bool is_read(const request& r) {
    return r.method == "GET" || r.method == "HEAD";
}

/// As uuids are written, which is all that there are addresses for.
bool is_uuid(const std::string& text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return text.size() == form.size() &&
           std::equal(text.begin(), text.end(), form.begin(), [](char c, char like) {
               return like == '-' ? c == '-' : std::isxdigit(static_cast<unsigned char>(c)) != 0;
           });
}

std::optional<std::string> parameter(const request& r, const std::string& name) {
    const auto found = r.query.find(name);
    if (found == r.query.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

const steering of_runs[] = {{"cancel", page_statements::cancel_run, {"reason"}},
                            {"resume", page_statements::resume_run, {"failed_items"}},
                            {"pause", page_statements::pause_run, {"reason"}},
                            {"continue", page_statements::continue_run, {}},
                            {"retry", page_statements::retry_task, {"step", "index"}}};
const steering of_queues[] = {{"pause", page_statements::pause_queue, {"queue", "reason"}},
                              {"continue", page_statements::continue_queue, {"queue"}}};

const steering* find(std::span<const steering> all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const steering& s) { return s.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<page> file(const std::string& path) {
    using namespace page_files;
    if (path == "/") return page{.type = html, .text = std::string(index_html())};
    if (path == "/page.css") return page{.type = "text/css; charset=utf-8", .text = std::string(page_css())};
    if (path == "/page.js")
        return page{.type = "text/javascript; charset=utf-8", .text = std::string(page_js())};
    if (path == "/icon.svg") return page{.type = "image/svg+xml", .text = std::string(icon_svg())};
    return std::nullopt;
}

}  // namespace

status_page::status_page(const page_settings& s) : settings_(s), access_(s, new_session()), database_(s) {}

page status_page::answer(const request& r) {
    page p;
    if (!access_.is_for_us(r)) {
        p = problem(
            421,
            "This host name is not one of the page's: \"hosts\" in the daemon's configuration says which are.");
    } else if (r.path.starts_with("/api/")) {
        p = access_.is_from_elsewhere(r) ? problem(403, "Another site's page may not ask this.")
                                         : answer_api(r);
    } else if (std::optional<page> found = file(r.path)) {
        p = is_read(r) ? *std::move(found) : wrong_method("GET, HEAD");
    } else {
        p = {.status = 404, .text = "There is no such page.\n"};
    }
    p.headers.insert(p.headers.end(), std::begin(protection), std::end(protection));
    return p;
}

/// Who may not read doesn't learn what there is.
page status_page::answer_api(const request& r) {
    using namespace page_statements;
    if (r.path == "/api/session") return session(r);
    if (!access_.may_read(r)) return unauthorized("The token is missing, or wrong.");
    constexpr std::string_view runs_path = "/api/runs/", queues_path = "/api/queues/";
    if (r.path.starts_with(runs_path)) return answer_run(r, r.path.substr(runs_path.size()));
    if (r.path.starts_with(queues_path)) {
        const steering* s = find(of_queues, r.path.substr(queues_path.size()));
        return s ? steer(r, *s, {}) : problem(404, "There is no such page.");
    }
    if (!is_read(r)) return wrong_method("GET, HEAD");
    if (r.path == "/api/runs") {
        const std::optional<std::string> id = parameter(r, "before_id");
        if (id && !is_uuid(*id)) return problem(400, "before_id is no run's id.");
        return ask(runs, {parameter(r, "flow"), parameter(r, "status"), parameter(r, "before"), id});
    }
    if (r.path == "/api/flows") return ask(flows, {});
    if (r.path == "/api/system") return ask(system, {});
    if (r.path == "/api/health") return ask(health, {});
    return problem(404, "There is no such page.");
}

page status_page::answer_run(const request& r, const std::string& address) {
    using namespace page_statements;
    const std::string run_id = address.substr(0, address.find('/')), what = address.substr(run_id.size());
    if (!is_uuid(run_id)) return problem(404, "There is no such run.");
    if (what.empty()) return is_read(r) ? ask(run, {run_id}) : wrong_method("GET, HEAD");
    if (const steering* s = find(of_runs, what.substr(1))) return steer(r, *s, {run_id});
    if (!is_read(r)) return wrong_method("GET, HEAD");
    if (what == "/failures") return ask(failures, {run_id});
    if (what == "/why") return ask(reasons, {run_id});
    return problem(404, "There is no such page.");
}

/// What the reader may do; POST with the token begins a session, DELETE ends it.
page status_page::session(const request& r) const {
    page p{.type = json_type};
    bool may_read = access_.may_read(r), is_known = access_.is_known(r);
    if (r.method == "POST") {
        if (!access_.has_token(r)) return unauthorized("This is not the token.");
        p.headers.emplace_back("Set-Cookie", access_.cookie(r));
    } else if (r.method == "DELETE") {
        p.headers.emplace_back("Set-Cookie", page_access::no_cookie(r));
        may_read = settings_.is_public;
        is_known = false;
    } else if (!is_read(r)) {
        return wrong_method("GET, HEAD, POST, DELETE");
    }
    p.text = nlohmann::json{{"may_read", may_read},
                            {"is_known", is_known},
                            {"has_token", !settings_.token.empty()},
                            {"may_act", settings_.steering && is_known}}
                 .dump();
    return p;
}

page status_page::steer(const request& r, const steering& s, timed_connection::parameters with) {
    if (r.method != "POST") return wrong_method("POST");
    if (!settings_.steering) return problem(403, "\"steering\" is off in the daemon's configuration.");
    if (!access_.may_act(r))
        return problem(403, "Steering wants the token, and an Origin that is the page's own.");
    nlohmann::json given = nlohmann::json::object();
    for (const char* name : s.parameters) {
        with.push_back(parameter(r, name));
        if (with.back()) given[name] = *with.back();
    }
    page p = ask(s.statement, with);
    log::info("asked for on the status page",
              {{"path", r.path}, {"with", json_text(given)}, {"status", std::to_string(p.status)}});
    return p;
}

/// What the engine refuses is said in its words, which are made for people. Others' words may say more of the server than the
/// page's readers are to know: they are in the log.
page status_page::ask(const page_statement& s, const timed_connection::parameters& with) {
    try {
        std::optional<std::string> answer = database_.ask(s, with);
        note_reachable("");
        if (!answer) return problem(404, "There is no such run, or not for the role that the page has.");
        return {.type = json_type, .text = *std::move(answer)};
    } catch (const too_slow& e) {
        note_reachable(e.what());
        return problem(503, "The database takes too long to answer.");
    } catch (const connection_lost& e) {
        note_reachable(e.what());
        return problem(503, "The database can't be reached.");
    } catch (const server_error& e) {
        if (e.sqlstate == sqlstates::query_canceled || e.sqlstate == sqlstates::lock_not_available) {
            return problem(503, "The database takes too long to answer.");
        }
        if (e.sqlstate == sqlstates::insufficient_privilege) {
            return problem(403, "The role that the page has may not do this.");
        }
        if (e.sqlstate == sqlstates::read_only) return problem(409, "The page's database can only be read.");
        if (e.sqlstate.starts_with("22")) return problem(400, "This can't be asked for.");
        if (e.sqlstate.starts_with("PF")) return problem(409, e.what());
        log::warn("a question of the status page was refused",
                  {{"reason", e.what()}, {"sqlstate", e.sqlstate}});
        return problem(500, "The database refused to answer; the daemon's log says why.");
    }
}

/// A page that asks every few seconds isn't to fill the log.
void status_page::note_reachable(const std::string& problem) {
    const bool is_reachable = problem.empty();
    if (is_reachable_.exchange(is_reachable) == is_reachable) return;
    if (is_reachable) {
        log::info("the status page has its database again");
    } else {
        log::warn("the status page has no answer from its database", {{"reason", problem}});
    }
}

}  // namespace fanout::worker_detail
