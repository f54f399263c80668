// The only file that includes libmicrohttpd. One thread serves many connections, so that clients that are
// slow, or that connect and say nothing, keep nobody else waiting.
#include "daemon/status_server.hpp"

#include "base/listening_socket.hpp"
#include "base/log.hpp"

#include <microhttpd.h>

#include <array>
#include <cstdarg>
#include <cstdio>

namespace fanout::worker_detail {
namespace {

constexpr unsigned thread_count = 2;
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
    if (p.status == MHD_HTTP_METHOD_NOT_ALLOWED) {
        MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
    }
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(p.status), response);
    MHD_destroy_response(response);
    return result;
}

/// Called with a request's head, and answers at once: a body is not read.
MHD_Result handle(void* server, MHD_Connection* connection, const char* path, const char* method, const char*,
                  const char*, size_t*, void**) {
    return send(connection, static_cast<const status_server*>(server)->answer(method, path));
}

}  // namespace

status_server::status_server(const std::string& address, std::map<std::string, page_maker> pages)
    : pages_(std::move(pages)) {
    listening_socket socket(address);
    address_ = socket.address();
    server_ =
        MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_ERROR_LOG, 0, nullptr, nullptr, handle, this,
                         MHD_OPTION_EXTERNAL_LOGGER, log_problem, nullptr, MHD_OPTION_LISTEN_SOCKET,
                         socket.get(), MHD_OPTION_THREAD_POOL_SIZE, thread_count, MHD_OPTION_CONNECTION_LIMIT,
                         most_connections, MHD_OPTION_CONNECTION_TIMEOUT, longest_silence_seconds,
                         MHD_OPTION_CONNECTION_MEMORY_LIMIT, most_bytes_a_connection, MHD_OPTION_END);
    if (!server_) throw listen_error("can't serve on " + address + ": its threads could not be started");
    socket.release();
}

status_server::~status_server() {
    MHD_stop_daemon(server_);
}

page status_server::answer(const std::string& method, const std::string& path) const {
    const auto found = pages_.find(path);
    if (found == pages_.end()) return {.status = MHD_HTTP_NOT_FOUND, .text = "There is no such page.\n"};
    if (method != "GET" && method != "HEAD") {
        return {.status = MHD_HTTP_METHOD_NOT_ALLOWED, .text = "Pages can only be read.\n"};
    }
    try {
        return found->second();
    } catch (const std::exception& e) {
        log::error("a page could not be made", {{"path", path}, {"reason", e.what()}});
        return {.status = MHD_HTTP_INTERNAL_SERVER_ERROR, .text = "This page could not be made.\n"};
    }
}

}  // namespace fanout::worker_detail
