// The only file that includes libmicrohttpd. A thread serves each connection, so that clients that are slow, that connect
// and say nothing, or that wait for the database, keep nobody else waiting.
#include "daemon/status_server.hpp"

#include "base/listening_socket.hpp"
#include "base/log.hpp"

#include <microhttpd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdarg>
#include <cstdio>

namespace fanout::worker_detail {
namespace {

constexpr unsigned most_connections = 64;
constexpr unsigned longest_silence_seconds = 5;
constexpr size_t most_bytes_a_connection = 16384;

/// Of what goes wrong with a request the client is to blame, and it is told.
void log_problem(void*, const char* format, va_list arguments) {
    std::array<char, 500> text{};
    vsnprintf(text.data(), text.size(), format, arguments);
    log::debug("http", {{"message", text.data()}});
}

MHD_Result send(MHD_Connection* connection, page p) {
    MHD_Response* response =
        MHD_create_response_from_buffer(p.text.size(), p.text.data(), MHD_RESPMEM_MUST_COPY);
    if (!response) return MHD_NO;
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, p.type.c_str());
    MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    for (const auto& [name, value] : p.headers)
        MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(p.status), response);
    MHD_destroy_response(response);
    return result;
}

MHD_Result add_header(void* headers, MHD_ValueKind, const char* name, const char* value) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    static_cast<std::map<std::string, std::string>*>(headers)->emplace(lower, value ? value : "");
    return MHD_YES;
}

MHD_Result add_parameter(void* query, MHD_ValueKind, const char* name, const char* value) {
    static_cast<std::map<std::string, std::string>*>(query)->emplace(name, value ? value : "");
    return MHD_YES;
}

/// Called with a request's head, and answers at once: a body is not read.
MHD_Result handle(void* server, MHD_Connection* connection, const char* path, const char* method, const char*,
                  const char*, size_t*, void**) {
    request r{method, path};
    MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &r.headers);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_parameter, &r.query);
    return send(connection, static_cast<const status_server*>(server)->answer(r));
}

}  // namespace

status_server::status_server(const std::string& address, std::map<std::string, page_maker> pages,
                             answerer others)
    : pages_(std::move(pages)), others_(std::move(others)) {
    listening_socket socket(address);
    address_ = socket.address();
    server_ = MHD_start_daemon(
        MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG, 0, nullptr, nullptr,
        handle, this, MHD_OPTION_EXTERNAL_LOGGER, log_problem, nullptr, MHD_OPTION_LISTEN_SOCKET,
        socket.get(), MHD_OPTION_CONNECTION_LIMIT, most_connections, MHD_OPTION_CONNECTION_TIMEOUT,
        longest_silence_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, most_bytes_a_connection, MHD_OPTION_END);
    if (!server_) throw listen_error("can't serve on " + address + ": its threads could not be started");
    socket.release();
}

status_server::~status_server() {
    MHD_stop_daemon(server_);
}

page status_server::answer(const request& r) const {
    const auto found = pages_.find(r.path);
    if (found != pages_.end() && r.method != "GET" && r.method != "HEAD") {
        return {.status = MHD_HTTP_METHOD_NOT_ALLOWED,
                .text = "Pages can only be read.\n",
                .headers = {{MHD_HTTP_HEADER_ALLOW, "GET, HEAD"}}};
    }
    try {
        return found == pages_.end() ? others_(r) : found->second();
    } catch (const std::exception& e) {
        log::error("a page could not be made", {{"path", r.path}, {"reason", e.what()}});
        return {.status = MHD_HTTP_INTERNAL_SERVER_ERROR, .text = "This page could not be made.\n"};
    }
}

page status_server::no_such_page(const request&) {
    return {.status = MHD_HTTP_NOT_FOUND, .text = "There is no such page.\n"};
}

}  // namespace fanout::worker_detail
